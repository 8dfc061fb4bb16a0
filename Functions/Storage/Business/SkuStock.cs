using Azure;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>What is held of one SKU: for good, as one sum, and until some moment, each hold by its token.</summary>
/// <remarks>
/// What a reservation holds for good is taken out of the sum again as it was put in: by what the reservation says. Holds that ran out longer ago than
/// clocks may differ are left out when the row is written next.
/// </remarks>
/// <param name="Sku">Of what.</param>
/// <param name="Firm">How much is held for good.</param>
/// <param name="Holds">How much until when, by token.</param>
/// <param name="Version">The version of the row; none if there is no row.</param>
internal sealed record SkuStock(string Sku, long Firm, IReadOnlyDictionary<string, TimedHold> Holds, ETag Version)
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public static string RowOf(string sku) => $"s:{KeyText.Bounded(sku)}";

    public static SkuStock Of(string sku, TableEntity? kept) => kept is null
        ? new SkuStock(sku, Firm: 0, new Dictionary<string, TimedHold>(), default)
        : new SkuStock(sku, kept.Integer(nameof(Firm)), ReadHolds(kept.FindText(nameof(Holds)) ?? "[]"), kept.ETag);

    /// <summary>How much the others hold at a moment.</summary>
    /// <param name="token">Whose own hold does not count.</param>
    /// <param name="own">That reservation as it is kept.</param>
    /// <param name="at">The moment.</param>
    public long HeldByOthers(string token, StockReservation? own, DateTimeOffset at) =>
        Firm - FirmOf(own) + Holds.Where(hold => hold.Key != token && hold.Value.ExpiresAt > at).Sum(hold => hold.Value.Quantity);

    /// <summary>The stock once a reservation is kept as it is now instead of as it was before.</summary>
    public SkuStock With(StockReservation now, StockReservation? before, DateTimeOffset at)
    {
        var holds = Holds.Where(hold => hold.Key != now.Token && hold.Value.ExpiresAt > at - Grace).ToDictionary();
        if (now is { Status: ReservationStatus.Held, ExpiresAt: { } expires } && QuantityOf(now) is var quantity and not 0)
        {
            holds.Add(now.Token, new TimedHold(quantity, expires.ToUniversalTime()));
        }

        return this with { Firm = Firm - FirmOf(before) + FirmOf(now), Holds = holds };
    }

    /// <summary>Whether these hold the same, apart from what has run out.</summary>
    public bool HoldsAs(SkuStock other, string token) =>
        Firm == other.Firm && Holds.GetValueOrDefault(token) == other.Holds.GetValueOrDefault(token);

    public TableTransactionAction ToAction(string partition)
    {
        var row = new TableEntity(partition, RowOf(Sku)) { [nameof(Sku)] = Sku, [nameof(Firm)] = Firm };
        row.SetText(nameof(Holds), WriteHolds(Holds));
        return Version == default
            ? new TableTransactionAction(TableTransactionActionType.Add, row)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, Version);
    }

    private long FirmOf(StockReservation? reservation) => reservation is { Status: ReservationStatus.Held, ExpiresAt: null } ? QuantityOf(reservation) : 0;

    private long QuantityOf(StockReservation reservation) => reservation.Lines.Where(line => line.Sku == Sku).Sum(line => (long)line.Quantity);

    private static string WriteHolds(IReadOnlyDictionary<string, TimedHold> holds) => JsonArray.Of(holds.Select(hold => (Json)JsonArray.Of(
        [Json.Of(hold.Key), Json.Of(hold.Value.Quantity), Json.Of(EntityValues.WriteTime(hold.Value.ExpiresAt))]))).ToString();

    private static Dictionary<string, TimedHold> ReadHolds(string text) => ((JsonArray)Json.Parse(text)).ToDictionary(
        hold => ((JsonString)((JsonArray)hold)[0]).Value,
        hold => ReadHold((JsonArray)hold));

    private static TimedHold ReadHold(JsonArray hold) =>
        hold is [_, JsonNumber number, JsonString expires] && number.TryGetInteger(out var quantity)
            ? new TimedHold(quantity, EntityValues.ReadTime(expires.Value))
            : throw new InvalidDataException($"Expected a token, a quantity and a moment, found {hold}.");
}
