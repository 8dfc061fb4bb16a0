namespace TaskOrchestration.Domain.Ports;

/// <summary>A carrier's answer.</summary>
/// <param name="Status">What was decided.</param>
/// <param name="Reference">When shipped the tracking number, when refused the reason.</param>
public sealed record Shipment(ShipmentStatus Status, string? Reference = null);
