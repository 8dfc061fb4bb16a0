namespace TaskOrchestration.Api.Tests.Rest.Fuzz;

/// <summary>A request that an operation's schemas do not allow.</summary>
/// <param name="What">What is wrong with it.</param>
/// <param name="Address">The path and query, as they are sent.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="ContentType">Its Content-Type; null for none.</param>
/// <param name="Headers">Other headers.</param>
public sealed record InvalidRequest(string What, string Address, byte[]? Body = null, string? ContentType = null, params IReadOnlyList<(string Name, string Value)> Headers);
