using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary><c>aws-sdk:dynamodb:transactWriteItems</c>: several writes with conditions, all of them or none.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</seealso>
public sealed class TransactWriteItems(TableDirectory tables, IItemStore items) : IServiceAction
{
    private const int MostItems = 100;

    /// <inheritdoc/>
    public AwsService Service => AwsService.DynamoDb;

    /// <inheritdoc/>
    public string Name => "transactWriteItems";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters { get; } = ["ClientRequestToken", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "TransactItems"];

    /// <inheritdoc/>
    public ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        TableRequest.Require(request, "TransactItems");
        TransactedWrite[] writes = [.. request.List("TransactItems")!.Select(write => TransactedWrite.Read(write, request, tables))];
        if (writes.Length is 0 or > MostItems)
        {
            throw AttributeValue.Invalid(
                $"1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length between 1 and {MostItems}, inclusive");
        }

        if (writes.DistinctBy(write => write.Key).Count() < writes.Length)
        {
            throw AttributeValue.Invalid("Transaction request cannot include multiple operations on one item");
        }

        return items.ChangeAsync(request.Attempt, [.. writes.Select(write => write.Key)], found => Decide(writes, found), cancellationToken);
    }

    private static ItemChanges Decide(TransactedWrite[] writes, IReadOnlyList<JsonObject?> found)
    {
        var isMet = writes.Zip(found, (write, item) => write.Condition is null || ConditionCheck.Holds(write.Condition, item ?? JsonObject.Empty)).ToArray();
        return isMet.All(met => met)
            ? new ItemChanges([.. writes.Zip(found, (write, item) => write.Apply(item))], JsonObject.Empty)
            : throw ServiceException.Modelled(
                "TransactionCanceledException",
                $"Transaction cancelled, please refer cancellation reasons for specific reasons [{string.Join(", ", isMet.Select(met => met ? "None" : "ConditionalCheckFailed"))}]");
    }
}
