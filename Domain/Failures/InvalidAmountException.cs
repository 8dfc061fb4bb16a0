namespace TaskOrchestration.Domain.Failures;

/// <summary>An amount that is no amount of its currency, or a sum across currencies.</summary>
public sealed class InvalidAmountException(string message) : DomainException("InvalidAmount", message);
