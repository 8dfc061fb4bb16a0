using TaskOrchestration.Domain.Orders;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Keeps stock for orders.</summary>
/// <remarks>Each call is idempotent under its token: a second call answers as the first did and does nothing.</remarks>
public interface IInventory
{
    /// <summary>Reserves all lines or none.</summary>
    /// <returns>How the reservation under the token was decided: held, short, or called off before it was made.</returns>
    ValueTask<Reservation> ReserveAsync(
        string token, IReadOnlyList<OrderLine> lines, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Gives back what is reserved under the token; if nothing is yet, nothing will be.</summary>
    ValueTask ReleaseAsync(string token, DateTimeOffset at, CancellationToken cancellationToken = default);
}
