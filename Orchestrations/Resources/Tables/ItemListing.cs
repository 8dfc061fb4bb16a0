using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>A page of items: what Query and Scan have in common.</summary>
internal sealed class ItemListing(IItemStore items, ServiceRequest request, TableSchema table)
{
    private const int Chunk = 200;
    private const long LargestPage = 1024 * 1024;

    /// <summary>Lists.</summary>
    /// <param name="partition">Of one partition, or of all.</param>
    /// <param name="keyCondition">Which items are looked at at all; null for all.</param>
    /// <param name="filter">Which of those are shown; null for all.</param>
    /// <param name="projection">What of them is shown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<JsonObject> PageAsync(
        string? partition, Condition? keyCondition, Condition? filter, IReadOnlyList<DocumentPath>? projection, CancellationToken cancellationToken)
    {
        var limit = Limit();
        var range = new ItemRange(table.Name)
        {
            Partition = partition,
            IsDescending = request["ScanIndexForward"] is not null && !request.Flag("ScanIndexForward"),
            After = request.Structure("ExclusiveStartKey") is { } start ? TableRequest.Key(table, start) : null,
            Limit = Chunk,
        };
        var (shown, scanned, bytes) = (new List<Json>(), 0, 0L);
        StoredItem? last = null, lastScanned = null;
        while (true)
        {
            var found = await items.ListAsync(range with { After = last?.Key ?? range.After }, cancellationToken);
            foreach (var item in found)
            {
                // There is more than fits only if something that is asked for comes after the last that fitted.
                var isAskedFor = keyCondition is null || ConditionCheck.Holds(keyCondition, item.Item);
                if (isAskedFor && (scanned == limit || bytes > LargestPage))
                {
                    return Answer(shown, scanned, bytes, lastScanned);
                }

                last = item;
                if (isAskedFor)
                {
                    (scanned, bytes, lastScanned) = (scanned + 1, bytes + item.Item.Utf8Length, item);
                    if (filter is null || ConditionCheck.Holds(filter, item.Item))
                    {
                        shown.Add(Projection.Of(projection, item.Item));
                    }
                }
            }

            if (found.Count < Chunk)
            {
                return Answer(shown, scanned, bytes, scanned == limit ? lastScanned : null);
            }
        }
    }

    private JsonObject Answer(List<Json> shown, int scanned, long bytes, StoredItem? more) => new JsonObjectBuilder()
        .Set("Count", Json.Of(shown.Count))
        .SetIfPresent("Items", request.Text("Select") == "COUNT" ? null : JsonArray.Of(shown))
        .SetIfPresent("LastEvaluatedKey", more is null ? null : ItemKeys.KeyIn(table, more.Item))
        .Set("ScannedCount", Json.Of(scanned))
        .Build()
        .WithReadCost(request, table.Name, bytes);

    private int Limit() => request.Integer("Limit") switch
    {
        null => int.MaxValue,
        var limit and >= 1 and <= int.MaxValue => (int)limit,
        var other => throw AttributeValue.Invalid(
            $"1 validation error detected: Value '{other}' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1"),
    };
}
