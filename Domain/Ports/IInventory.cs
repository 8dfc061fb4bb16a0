using TaskOrchestration.Domain.Orders;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Keeps stock for orders.</summary>
/// <remarks>Each call is idempotent under its token: a second call answers as the first did and does nothing.</remarks>
public interface IInventory
{
    /// <summary>Reserves all lines or none, for as long as the inventory sees fit.</summary>
    /// <returns>How the reservation under the token was decided: held, short, or called off before it was made.</returns>
    ValueTask<Reservation> ReserveAsync(
        string token, IReadOnlyList<OrderLine> lines, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes the reservation under the token one that does not expire. One that has expired, or was never made, is made anew if there
    /// still is enough.
    /// </summary>
    /// <returns>Held, without an end; expired, when others have the stock now; or called off.</returns>
    ValueTask<Reservation> ConfirmAsync(
        string token, IReadOnlyList<OrderLine> lines, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Gives back what is reserved under the token; if nothing is yet, nothing will be.</summary>
    ValueTask ReleaseAsync(string token, DateTimeOffset at, CancellationToken cancellationToken = default);
}
