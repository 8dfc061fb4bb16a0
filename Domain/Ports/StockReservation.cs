using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Ports;

/// <summary>A reservation as it is on record.</summary>
/// <param name="Token">The idempotency token.</param>
/// <param name="Status">What was decided.</param>
/// <param name="Lines">What was asked for.</param>
/// <param name="MissingSku">When short or expired, the first thing that was missing.</param>
/// <param name="ExpiresAt">When held, until when; none when it does not expire.</param>
/// <param name="At">When it was last decided about.</param>
public sealed record StockReservation(
    string Token, ReservationStatus Status, ValueList<StockLine> Lines, string? MissingSku, DateTimeOffset? ExpiresAt, DateTimeOffset At)
{
    /// <summary>Whether it keeps stock from others at a moment.</summary>
    public bool Holds(DateTimeOffset at) => Status == ReservationStatus.Held && (ExpiresAt is null || ExpiresAt > at);
}
