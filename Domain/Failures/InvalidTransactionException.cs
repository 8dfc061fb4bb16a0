namespace TaskOrchestration.Domain.Failures;

/// <summary>A purchase or refund that cannot be carried out as it is written. Nothing of it has been carried out.</summary>
public sealed class InvalidTransactionException(string message) : DomainException("InvalidTransaction", message);
