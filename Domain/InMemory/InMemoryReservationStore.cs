using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.InMemory;

/// <summary>Reservations, for as long as the process lives.</summary>
public sealed class InMemoryReservationStore : IReservationStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, StockReservation> reservations = [];

    /// <inheritdoc/>
    public ValueTask<StockReservation?> FindAsync(string token, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(reservations.GetValueOrDefault(token));
        }
    }

    /// <inheritdoc/>
    public ValueTask<StockReservation> DecideAsync(
        string token,
        IReadOnlyCollection<string> skus,
        DateTimeOffset at,
        Func<StockReservation?, IReadOnlyDictionary<string, long>, StockReservation> decide,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decide);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(reservations[token] = decide(reservations.GetValueOrDefault(token), HeldByOthers(token, skus, at)));
        }
    }

    /// <summary>Everything kept, in the order of tokens.</summary>
    public IReadOnlyList<StockReservation> All()
    {
        lock (gate)
        {
            return [.. reservations.Values.OrderBy(reservation => reservation.Token, StringComparer.Ordinal)];
        }
    }

    private Dictionary<string, long> HeldByOthers(string token, IReadOnlyCollection<string> skus, DateTimeOffset at) => skus.Count == 0
        ? []
        : reservations.Values
            .Where(other => other.Token != token && other.Holds(at))
            .SelectMany(other => other.Lines)
            .Where(line => skus.Contains(line.Sku))
            .GroupBy(line => line.Sku)
            .ToDictionary(ofSku => ofSku.Key, ofSku => ofSku.Sum(line => (long)line.Quantity));
}
