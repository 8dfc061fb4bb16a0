using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tests.Support;

internal sealed class GatedReservationStore(IReservationStore inner, IGate gate) : IReservationStore
{
    public async ValueTask<StockReservation?> FindAsync(string token, CancellationToken cancellationToken = default)
    {
        await gate.PassAsync();
        var found = await inner.FindAsync(token, cancellationToken);
        await gate.PassAsync();
        return found;
    }

    public async ValueTask<StockReservation> DecideAsync(
        string token,
        IReadOnlyCollection<string> skus,
        DateTimeOffset at,
        Func<StockReservation?, IReadOnlyDictionary<string, long>, StockReservation> decide,
        CancellationToken cancellationToken = default)
    {
        await gate.PassAsync();
        var kept = await inner.DecideAsync(token, skus, at, decide, cancellationToken);
        await gate.PassAsync();
        return kept;
    }
}
