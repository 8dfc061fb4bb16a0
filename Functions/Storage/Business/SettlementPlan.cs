using System.Globalization;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Settlements;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>A settlement's plan.</summary>
/// <param name="Settlement">The settlement.</param>
/// <param name="Draw">Whose pages are its: of two that plan the same settlement at once, each writes pages, and one the plan.</param>
internal sealed record SettlementPlan(Settlement Settlement, string Draw)
{
    public static string RowOf(string settlementId) => $"plan:{KeyText.Bounded(settlementId)}";

    public string PagePrefix => $"page:{KeyText.Bounded(Settlement.SettlementId)}:{Draw}:";

    public string PageRow(int page) => PagePrefix + page.ToString("D4", CultureInfo.InvariantCulture);

    public string PartPrefix(int page) => $"part:{KeyText.Bounded(Settlement.SettlementId)}:{Draw}:{page.ToString("D4", CultureInfo.InvariantCulture)}:";

    public TableEntity ToEntity(string partition)
    {
        var entity = new TableEntity(partition, RowOf(Settlement.SettlementId))
        {
            ["SettlementId"] = Settlement.SettlementId,
            ["Date"] = Settlement.Date.ToString("O", CultureInfo.InvariantCulture),
            ["TimeZone"] = Settlement.TimeZone,
            ["CutOff"] = EntityValues.WriteTime(Settlement.CutOff),
            ["PlannedAt"] = EntityValues.WriteTime(Settlement.PlannedAt),
            [nameof(Draw)] = Draw,
        };
        entity.SetText("Pages", string.Join(',', Settlement.Pages));
        return entity;
    }

    public static SettlementPlan Of(TableEntity kept) => new(
        new Settlement
        {
            SettlementId = kept.Text("SettlementId"),
            Date = DateOnly.ParseExact(kept.Text("Date"), "O", CultureInfo.InvariantCulture),
            TimeZone = kept.Text("TimeZone"),
            CutOff = kept.Time("CutOff"),
            PlannedAt = kept.Time("PlannedAt"),
            Pages = [.. (kept.FindText("Pages") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(count => int.Parse(count, CultureInfo.InvariantCulture))],
        },
        kept.Text(nameof(Draw)));
}
