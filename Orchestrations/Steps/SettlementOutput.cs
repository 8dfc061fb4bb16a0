using System.Globalization;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Settlements;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>What the steps of SettlementBatch answer.</summary>
internal static class SettlementOutput
{
    /// <summary>The plan; of the pages their numbers alone, since they go through a Map.</summary>
    public static Json WritePlan(Settlement settlement) => Head(settlement)
        .Set("entries", Json.Of(settlement.Entries))
        .Set("pages", JsonArray.Of(Enumerable.Range(1, settlement.Pages.Count).Select(page => Json.Of(page))))
        .Build();

    public static Json WritePage(SettledPage page) => JsonObject.Of(("page", Json.Of(page.Page)), ("settled", Json.Of(page.Entries)));

    /// <summary>The summary: the report, and where its files lie.</summary>
    public static Json WriteSummary(SettlementSummary summary) => Report(summary.Report)
        .Set("report", JsonObject.Of(("json", Json.Of(summary.JsonPath)), ("csv", Json.Of(summary.CsvPath))))
        .SetIfPresent("error", summary.Report.IsTolerated ? null : "SettlementIncomplete")
        .SetIfPresent("cause", summary.Report.IsTolerated ? null : Cause(summary.Report))
        .Build();

    /// <summary>The report as its file has it.</summary>
    public static Json WriteReport(SettlementReport report) => Report(report).Build();

    /// <summary>An amount with the decimals of its currency, and no rounding.</summary>
    public static string Amount(decimal amount, string currency) =>
        amount.ToString($"F{Currency.Of(currency).Decimals}", CultureInfo.InvariantCulture);

    private static JsonObjectBuilder Head(Settlement settlement) => new JsonObjectBuilder()
        .Set("settlementId", Json.Of(settlement.SettlementId))
        .Set("date", Json.Of(settlement.Date.ToString("O", CultureInfo.InvariantCulture)))
        .Set("timeZone", Json.Of(settlement.TimeZone))
        .Set("cutOff", OutputValues.Time(settlement.CutOff));

    private static JsonObjectBuilder Report(SettlementReport report) => Head(report.Settlement)
        .Set("status", Json.Of(report.IsTolerated ? "Settled" : "Incomplete"))
        .Set("planned", Json.Of(report.Settlement.Entries))
        .Set("settled", Json.Of(report.Settled))
        .Set("pages", Json.Of(report.Settlement.Pages.Count))
        .Set("failedPages", JsonArray.Of(report.Failures.Select(Failure)))
        .Set("totals", JsonArray.Of(report.Totals.Select(Total)));

    private static Json Failure(PageFailure failure) => JsonObject.Of(
        ("page", Json.Of(failure.Page)), ("error", Json.Of(failure.Error)), ("pending", Json.Of(failure.Pending)));

    private static Json Total(SettlementTotal total) => JsonObject.Of(
        ("currency", Json.Of(total.Currency)),
        ("kind", Json.Of(total.Kind.ToString())),
        ("count", Json.Of(total.Count)),
        ("amount", JsonNumber.Spelled(Amount(total.Amount, total.Currency))));

    private static string Cause(SettlementReport report) =>
        $"{report.Failures.Count} of {report.Settlement.Pages.Count} pages failed, more than are tolerated; "
        + $"{report.Failures.Sum(failure => failure.Pending)} entries are pending still.";
}
