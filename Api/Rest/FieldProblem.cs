namespace TaskOrchestration.Api.Rest;

/// <summary>What is wrong with one field of a request.</summary>
/// <param name="Pointer">A JSON pointer into the body (RFC 6901), or the name of the parameter or header.</param>
/// <param name="Detail">What was expected and what was found.</param>
public sealed record FieldProblem(string Pointer, string Detail);
