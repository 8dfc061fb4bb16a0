namespace TaskOrchestration.Domain.Failures;

/// <summary>An order was paid for later than its stock was held, and others have the stock. Final: the order is to be compensated.</summary>
public sealed class ReservationExpiredException(string message) : DomainException("ReservationExpired", message);
