namespace TaskOrchestration.Domain.Failures;

/// <summary>A refund of more than was charged, less what has been refunded before.</summary>
public sealed class RefundExceedsChargeException(string message) : DomainException("RefundExceedsCharge", message);
