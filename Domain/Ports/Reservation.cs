namespace TaskOrchestration.Domain.Ports;

/// <summary>An inventory's answer.</summary>
/// <param name="Status">What was decided.</param>
/// <param name="MissingSku">When short or expired, the first thing that is missing.</param>
/// <param name="ExpiresAt">When held, until when; none when it is held until it is given back.</param>
public sealed record Reservation(ReservationStatus Status, string? MissingSku = null, DateTimeOffset? ExpiresAt = null);
