using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary><c>dynamodb:putItem</c>: keeps an item in the place of one that has its key.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html">PutItem</seealso>
public sealed class PutItem(TableDirectory tables, IItemStore items) : IServiceAction
{
    /// <inheritdoc/>
    public AwsService Service => AwsService.DynamoDb;

    /// <inheritdoc/>
    public string Name => "putItem";

    /// <inheritdoc/>
    public bool HasOwnIntegration => true;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters { get; } =
    [
        "ConditionExpression", "ConditionalOperator", "Expected", "ExpressionAttributeNames", "ExpressionAttributeValues", "Item",
        "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ReturnValues", "ReturnValuesOnConditionCheckFailure", "TableName",
    ];

    /// <inheritdoc/>
    public ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        TableRequest.Require(request, "Item", "TableName");
        TableRequest.RefuseLegacy(request);
        var returned = ItemAnswer.ReturnValues(request, "NONE", "ALL_OLD");
        var placeholders = new Placeholders(request);
        var condition = TableRequest.Condition(request, placeholders);
        placeholders.CheckUse();
        var table = tables.Table(request.Text("TableName"));
        var (key, item) = TableRequest.Item(table, request.Structure("Item")!);
        return items.ChangeAsync(
            request.Attempt,
            [key],
            found =>
            {
                TableRequest.Check(condition, found[0]);
                return new ItemChanges([item], ItemAnswer.Of(returned, found[0], item, []).WithWriteCost(request, table.Name, found[0], item));
            },
            cancellationToken);
    }
}
