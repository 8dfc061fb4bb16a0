namespace TaskOrchestration.Domain.Ports;

/// <summary>An inventory's answer.</summary>
/// <param name="Status">What was decided.</param>
/// <param name="MissingSku">When short, the first thing that is missing.</param>
public sealed record Reservation(ReservationStatus Status, string? MissingSku = null);
