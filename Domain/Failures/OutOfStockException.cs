namespace TaskOrchestration.Domain.Failures;

/// <summary>Some line of the order cannot be delivered; nothing of the order is reserved. Final under its token.</summary>
public sealed class OutOfStockException(string message) : DomainException("OutOfStock", message);
