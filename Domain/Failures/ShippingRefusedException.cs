namespace TaskOrchestration.Domain.Failures;

/// <summary>The carrier will not take this shipment, now or later. Final: the order is to be compensated.</summary>
public sealed class ShippingRefusedException(string message) : DomainException("ShippingRefused", message);
