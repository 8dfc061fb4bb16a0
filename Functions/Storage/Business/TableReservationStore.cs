using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>Reservations of stock in a table.</summary>
/// <remarks>
/// All of them are in one partition, and with them a row for each SKU that sums up what is held of it. A decision changes its reservation and the rows of the
/// SKUs that it concerns in one transaction of storage, each against the version it counted with: of two that want the last piece, one is refused and counts again.
/// </remarks>
public sealed class TableReservationStore(EntityTables tables) : IReservationStore
{
    private const string Partition = "stock";

    private readonly EntityTable table = tables[TableNames.Reservations];
    private readonly Turns turns = new();

    /// <inheritdoc/>
    public async ValueTask<StockReservation?> FindAsync(string token, CancellationToken cancellationToken = default) =>
        (await ReadAsync(token, cancellationToken)).Kept;

    /// <inheritdoc/>
    public ValueTask<StockReservation> DecideAsync(
        string token,
        IReadOnlyCollection<string> skus,
        DateTimeOffset at,
        Func<StockReservation?, IReadOnlyDictionary<string, long>, StockReservation> decide,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decide);
        ArgumentNullException.ThrowIfNull(skus);
        return turns.TakeAsync(skus.Min(StringComparer.Ordinal) ?? token, () => DecideInTurnAsync(token, skus, at, decide, cancellationToken), cancellationToken);
    }

    private async Task<StockReservation> DecideInTurnAsync(
        string token,
        IReadOnlyCollection<string> skus,
        DateTimeOffset at,
        Func<StockReservation?, IReadOnlyDictionary<string, long>, StockReservation> decide,
        CancellationToken cancellationToken)
    {
        for (var attempts = 1; ; attempts++)
        {
            var reading = ReadAsync(token, cancellationToken);
            var stock = await ReadAsync([.. skus.Distinct()], cancellationToken);
            var (kept, version) = await reading;
            var decided = decide(kept, HeldByOthers(stock, token, kept, at));
            if (ReferenceEquals(decided, kept) || await TryKeepAsync(decided, kept, version, stock, at, cancellationToken))
            {
                return decided;
            }

            await Contention.PauseAsync(attempts, $"The stock of {string.Join(", ", skus)}", cancellationToken);
        }
    }

    private static Dictionary<string, long> HeldByOthers(
        Dictionary<string, SkuStock> stock, string token, StockReservation? own, DateTimeOffset at) => stock
        .Select(of => KeyValuePair.Create(of.Key, of.Value.HeldByOthers(token, own, at)))
        .Where(of => of.Value > 0)
        .ToDictionary();

    private async ValueTask<bool> TryKeepAsync(
        StockReservation decided, StockReservation? kept, ETag version, Dictionary<string, SkuStock> stock, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var row = ReservationRow.Write(decided, Partition);
        List<TableTransactionAction> actions =
        [
            kept is null
                ? new(TableTransactionActionType.Add, row)
                : new(TableTransactionActionType.UpdateReplace, row, version),
        ];
        var concerned = Skus(kept).Union(Skus(decided)).ToList();
        if (concerned.Count >= EntityTable.MostActions)
        {
            throw new InvalidOrderException($"Expected at most {EntityTable.MostActions - 1} different things to reserve at once, found {concerned.Count}.");
        }

        var missing = await ReadAsync([.. concerned.Where(sku => !stock.ContainsKey(sku))], cancellationToken);
        foreach (var sku in concerned)
        {
            var before = stock.GetValueOrDefault(sku) ?? missing[sku];
            var after = before.With(decided, kept, at);
            if (!after.HoldsAs(before, decided.Token))
            {
                actions.Add(after.ToAction(Partition));
            }
        }

        return await table.TrySubmitAsync(actions, cancellationToken) is null;
    }

    private static IEnumerable<string> Skus(StockReservation? reservation) => reservation is null ? [] : reservation.Lines.Select(line => line.Sku);

    private async Task<Dictionary<string, SkuStock>> ReadAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(skus.Select(async sku =>
            SkuStock.Of(sku, await table.FindAsync(Partition, SkuStock.RowOf(sku), select: null, cancellationToken))));
        return read.ToDictionary(of => of.Sku);
    }

    private async Task<(StockReservation? Kept, ETag Version)> ReadAsync(string token, CancellationToken cancellationToken) =>
        await table.FindAsync(Partition, ReservationRow.RowOf(token), select: null, cancellationToken) is { } kept
            ? (ReservationRow.Read(kept), kept.ETag)
            : (null, default);
}
