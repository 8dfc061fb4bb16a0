namespace TaskOrchestration.Domain.Failures;

/// <summary>A step named an order that has not been placed.</summary>
public sealed class OrderNotFoundException(string message) : DomainException("OrderNotFound", message);
