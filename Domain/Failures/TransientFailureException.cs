namespace TaskOrchestration.Domain.Failures;

/// <summary>Something that may well work when tried again: the workflow retries it.</summary>
public sealed class TransientFailureException(string message) : DomainException("TransientFailure", message);
