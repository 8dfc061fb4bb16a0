namespace TaskOrchestration.Domain.Ports;

/// <summary>Where the simulated inventory keeps its reservations.</summary>
public interface IReservationStore
{
    /// <summary>The reservation kept under a token.</summary>
    ValueTask<StockReservation?> FindAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Decides about a reservation, in one go with counting what others hold: of two that want the last piece, one gets it.</summary>
    /// <param name="token">The reservation.</param>
    /// <param name="skus">What is to be counted.</param>
    /// <param name="at">The moment at which other reservations must hold to be counted.</param>
    /// <param name="decide">
    /// Is given what is kept under the token and how much of each of the SKUs the others hold (SKUs nobody holds are left out), and
    /// answers what is to be kept; the same instance when nothing changes. Must be pure: it may be asked more than once.
    /// </param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What is kept; durable.</returns>
    ValueTask<StockReservation> DecideAsync(
        string token,
        IReadOnlyCollection<string> skus,
        DateTimeOffset at,
        Func<StockReservation?, IReadOnlyDictionary<string, long>, StockReservation> decide,
        CancellationToken cancellationToken = default);
}
