namespace TaskOrchestration.Domain.Tasks;

/// <summary>Why a task failed or was called off.</summary>
/// <param name="Error">The name of the error.</param>
/// <param name="Cause">What was expected and what was found.</param>
public sealed record TaskFailure(string? Error, string? Cause);
