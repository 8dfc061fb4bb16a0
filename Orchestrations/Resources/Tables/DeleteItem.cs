using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary><c>dynamodb:deleteItem</c>. An item that is not there is deleted as well.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteItem.html">DeleteItem</seealso>
public sealed class DeleteItem(TableDirectory tables, IItemStore items) : IServiceAction
{
    /// <inheritdoc/>
    public AwsService Service => AwsService.DynamoDb;

    /// <inheritdoc/>
    public string Name => "deleteItem";

    /// <inheritdoc/>
    public bool HasOwnIntegration => true;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters { get; } =
    [
        "ConditionExpression", "ConditionalOperator", "Expected", "ExpressionAttributeNames", "ExpressionAttributeValues", "Key",
        "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ReturnValues", "ReturnValuesOnConditionCheckFailure", "TableName",
    ];

    /// <inheritdoc/>
    public ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        TableRequest.Require(request, "Key", "TableName");
        TableRequest.RefuseLegacy(request);
        var returned = ItemAnswer.ReturnValues(request, "NONE", "ALL_OLD");
        var placeholders = new Placeholders(request);
        var condition = TableRequest.Condition(request, placeholders);
        placeholders.CheckUse();
        var table = tables.Table(request.Text("TableName"));
        return items.ChangeAsync(
            request.Attempt,
            [TableRequest.Key(table, request.Structure("Key")!)],
            found =>
            {
                TableRequest.Check(condition, found[0]);
                return new ItemChanges([null], ItemAnswer.Of(returned, found[0], after: null, []).WithWriteCost(request, table.Name, found[0]));
            },
            cancellationToken);
    }
}
