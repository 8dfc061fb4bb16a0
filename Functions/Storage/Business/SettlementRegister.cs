using Azure;
using Azure.Data.Tables;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>The row that all settlements share: which of them have settled pages lately, and by which count.</summary>
/// <param name="Commits">How many pages have ever been settled.</param>
/// <param name="Open">For each settlement that may have left something behind, the count at its last page.</param>
/// <param name="Forgotten">The highest count among the settlements that have left nothing behind and are in <paramref name="Open"/> no more.</param>
/// <param name="Version">The version of the row; none if there is no row.</param>
internal sealed record SettlementRegister(long Commits, IReadOnlyDictionary<string, long> Open, long Forgotten, ETag Version)
{
    public const string Row = "register";

    public static SettlementRegister Of(TableEntity? kept) => kept is null
        ? new SettlementRegister(0, new Dictionary<string, long>(), 0, default)
        : new SettlementRegister(kept.Integer(nameof(Commits)), Read(kept.FindText(nameof(Open)) ?? "[]"), kept.Integer(nameof(Forgotten)), kept.ETag);

    /// <summary>Whether no other settlement than this one has settled anything since an earlier reading, be it forgotten since or not.</summary>
    public bool HasNothingNewOfOthers(SettlementRegister earlier, string settlementId) =>
        Forgotten == earlier.Forgotten && Others(settlementId).SequenceEqual(earlier.Others(settlementId));

    /// <summary>The change that a page of this settlement makes to the row.</summary>
    public TableTransactionAction Commit(string partition, string settlementId, IReadOnlyList<string> cleared)
    {
        var others = Others(settlementId).ToLookup(each => cleared.Contains(each.Key));
        var open = others[false].Append(KeyValuePair.Create(settlementId, Commits + 1));
        var row = new TableEntity(partition, Row)
        {
            [nameof(Commits)] = Commits + 1,
            [nameof(Forgotten)] = others[true].Select(each => each.Value).Append(Forgotten).Max(),
        };
        row.SetText(nameof(Open), JsonArray.Of(open.Select(each => (Json)JsonArray.Of([Json.Of(each.Key), Json.Of(each.Value)]))).ToString());
        return Version == default
            ? new TableTransactionAction(TableTransactionActionType.Add, row)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, Version);
    }

    private IEnumerable<KeyValuePair<string, long>> Others(string settlementId) => Open.Where(each => each.Key != settlementId).OrderBy(each => each.Value);

    private static Dictionary<string, long> Read(string text) => ((JsonArray)Json.Parse(text)).ToDictionary(
        each => ((JsonString)((JsonArray)each)[0]).Value,
        each => ((JsonArray)each)[1] is JsonNumber number && number.TryGetInteger(out var count)
            ? count
            : throw new InvalidDataException($"Expected a settlement and a count, found {each}."));
}
