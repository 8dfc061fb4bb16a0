namespace TaskOrchestration.Domain.Ports;

/// <summary>What is stuck on a parcel.</summary>
/// <param name="Reference">What the label is known by.</param>
/// <param name="TrackingNumber">What the carrier knows the parcel by.</param>
/// <param name="Text">The label: lines of plain text.</param>
public sealed record ShippingLabel(string Reference, string TrackingNumber, string Text);
