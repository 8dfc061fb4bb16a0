namespace TaskOrchestration.Domain.Ports;

/// <summary>A carrier's answer.</summary>
/// <param name="Status">What was decided.</param>
/// <param name="Reference">When shipped the tracking number, when refused the reason.</param>
/// <param name="LabelReference">When shipped, what the label is known by; none for shipments of older records.</param>
/// <param name="Quote">When shipped, what it was shipped by and for how much; none for shipments of older records.</param>
public sealed record Shipment(ShipmentStatus Status, string? Reference = null, string? LabelReference = null, ShippingQuote? Quote = null);
