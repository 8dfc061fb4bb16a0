namespace TaskOrchestration.Api.Rest;

/// <summary>The problem that a request is answered with; a feature of its context, for whoever keeps a record of requests.</summary>
/// <param name="Code">The last part of the problem's type.</param>
public sealed record AnsweredProblem(string Code);
