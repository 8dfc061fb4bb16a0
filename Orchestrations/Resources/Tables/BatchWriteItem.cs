using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary><c>aws-sdk:dynamodb:batchWriteItem</c>: keeps and deletes items of several tables. Here it is all or nothing, so nothing is left unprocessed.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</seealso>
public sealed class BatchWriteItem(TableDirectory tables, IItemStore items) : IServiceAction
{
    private const int MostItems = 25;

    /// <inheritdoc/>
    public AwsService Service => AwsService.DynamoDb;

    /// <inheritdoc/>
    public string Name => "batchWriteItem";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters { get; } = ["RequestItems", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics"];

    /// <inheritdoc/>
    public ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        TableRequest.Require(request, "RequestItems");
        var writes = request.Structure("RequestItems")!
            .SelectMany(asked => ((asked.Value as JsonArray)?.AsEnumerable() ?? []).Select(write => Read(tables.Table(asked.Key), write as JsonObject ?? JsonObject.Empty)))
            .ToArray();
        if (writes.Length is 0 or > MostItems)
        {
            throw AttributeValue.Invalid(writes.Length == 0
                ? "The batch write request list for a table cannot be null or empty"
                : "Too many items requested for the BatchWriteItem call");
        }

        if (writes.DistinctBy(write => write.Key).Count() < writes.Length)
        {
            throw AttributeValue.Invalid("Provided list of item keys contains duplicates");
        }

        var answer = JsonObject.Of(("UnprocessedItems", JsonObject.Empty));
        return items.ChangeAsync(
            request.Attempt, [.. writes.Select(write => write.Key)], _ => new ItemChanges([.. writes.Select(write => write.Item)], answer), cancellationToken);
    }

    private static (ItemKey Key, JsonObject? Item) Read(TableSchema table, JsonObject write) => (write["PutRequest"], write["DeleteRequest"]) switch
    {
        (JsonObject put, null) when put["Item"] is JsonObject item => TableRequest.Item(table, item),
        (null, JsonObject delete) when delete["Key"] is JsonObject key => (TableRequest.Key(table, key), null),
        _ => throw AttributeValue.Invalid($"Expected a PutRequest with an Item or a DeleteRequest with a Key, found {write}"),
    };
}
