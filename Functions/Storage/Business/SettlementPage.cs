using Azure;
using Azure.Data.Tables;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>A page of a settlement.</summary>
/// <param name="Number">Which one; the first is 1.</param>
/// <param name="Entries">What was pending when it was planned, in the order of posting.</param>
internal sealed record SettlementPage(int Number, IReadOnlyList<PendingEntry> Entries)
{
    /// <summary>The most entries of a part: with room to spare, a row holds them.</summary>
    private const int MostInPart = 500;

    /// <summary>When it was settled; none if it was not.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>For each entry 1 if this page settled it and 0 if another was first; none for all.</summary>
    public string? Taking { get; init; }

    /// <summary>Whether what it settled is taken from what is pending.</summary>
    public bool IsCleared { get; init; }

    /// <summary>The version of its row.</summary>
    public ETag Version { get; init; }

    public bool IsSettled => SettledAt is not null;

    /// <summary>What it has settled.</summary>
    public IReadOnlyList<PendingEntry> Settled => !IsSettled ? [] : Taking is null ? Entries : [.. Entries.Where((_, index) => Taking[index] == '1')];

    public SettlementPage AsSettled(IReadOnlySet<EntryPlace> left, DateTimeOffset at)
    {
        var taking = string.Concat(Entries.Select(entry => left.Contains(entry.Place) ? '1' : '0'));
        return this with { SettledAt = at, Taking = taking.Contains('0', StringComparison.Ordinal) ? taking : null };
    }

    public static SettlementPage Of(int number, TableEntity row, IEnumerable<TableEntity> parts) =>
        new(number, [.. parts.SelectMany(part => ReadPart(part.FindText("Entries") ?? "[]"))])
        {
            SettledAt = row.FindTime(nameof(SettledAt)),
            Taking = row.FindText(nameof(Taking)),
            IsCleared = row.GetBoolean("Cleared") ?? false,
            Version = row.ETag,
        };

    /// <summary>Its row, without its entries.</summary>
    public TableEntity ToEntity(string partition, SettlementPlan plan)
    {
        var row = new TableEntity(partition, plan.PageRow(Number))
        {
            [nameof(Number)] = (long)Number,
            ["IsSettled"] = IsSettled,
            ["Cleared"] = IsCleared,
            [nameof(SettledAt)] = SettledAt is { } at ? EntityValues.WriteTime(at) : null,
        };
        row.SetText(nameof(Taking), Taking);
        return row;
    }

    /// <summary>The rows with its entries, which never change.</summary>
    public IEnumerable<TableEntity> Parts(string partition, SettlementPlan plan)
    {
        foreach (var (number, part) in Entries.Chunk(MostInPart).Index())
        {
            var row = new TableEntity(partition, $"{plan.PartPrefix(Number)}{KeyOrder.Ascending(number)}");
            row.SetText("Entries", JsonArray.Of(part.Select(entry => (Json)JsonArray.Of([Json.Of(entry.Posted), LedgerDocument.Write(entry.Entry)]))).ToString());
            yield return row;
        }
    }

    private static IEnumerable<PendingEntry> ReadPart(string text) => ((JsonArray)Json.Parse(text)).Select(item =>
        item is JsonArray and [JsonNumber number, JsonObject entry] && number.TryGetInteger(out var posted)
            ? new PendingEntry(LedgerDocument.Read(entry), posted)
            : throw new InvalidDataException($"Expected a moment and an entry, found {item}."));
}
