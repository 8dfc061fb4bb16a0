namespace TaskOrchestration.Domain.Failures;

/// <summary>An order that cannot be placed as it is written.</summary>
public sealed class InvalidOrderException(string message) : DomainException("InvalidOrder", message);
