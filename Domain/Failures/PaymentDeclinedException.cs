namespace TaskOrchestration.Domain.Failures;

/// <summary>The payment was asked for and refused. Final for this payment: asking again under the same token gives the same answer.</summary>
public sealed class PaymentDeclinedException(string message) : DomainException("PaymentDeclined", message);
