using Azure.Data.Tables;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>A reservation as a row.</summary>
internal static class ReservationRow
{
    public static string RowOf(string token) => $"r:{KeyText.Bounded(token)}";

    public static TableEntity Write(StockReservation reservation, string partition)
    {
        var entity = new TableEntity(partition, RowOf(reservation.Token))
        {
            ["Token"] = reservation.Token,
            ["Status"] = reservation.Status.ToString(),
            ["MissingSku"] = reservation.MissingSku,
            ["ExpiresAt"] = reservation.ExpiresAt is { } expires ? EntityValues.WriteTime(expires) : null,
            ["At"] = EntityValues.WriteTime(reservation.At),
        };
        entity.SetText("Lines", JsonArray.Of(reservation.Lines.Select(WriteLine)).ToString());
        return entity;
    }

    public static StockReservation Read(TableEntity kept) => new(
        kept.Text("Token"),
        kept.Choice<ReservationStatus>("Status"),
        [.. ((JsonArray)Json.Parse(kept.FindText("Lines") ?? "[]")).Select(line => ReadLine((JsonArray)line))],
        kept.GetString("MissingSku"),
        kept.FindTime("ExpiresAt"),
        kept.Time("At"));

    private static Json WriteLine(StockLine line) => JsonArray.Of([Json.Of(line.Sku), Json.Of(line.Quantity)]);

    private static StockLine ReadLine(JsonArray line) =>
        line is [JsonString sku, JsonNumber number] && number.TryGetInteger(out var quantity)
            ? new StockLine(sku.Value, (int)quantity)
            : throw new InvalidDataException($"Expected a SKU and a quantity, found {line}.");
}
