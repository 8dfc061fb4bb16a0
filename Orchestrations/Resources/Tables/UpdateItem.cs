using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary><c>dynamodb:updateItem</c>: changes attributes of an item, which is made if it is not there.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html">UpdateItem</seealso>
public sealed class UpdateItem(TableDirectory tables, IItemStore items) : IServiceAction
{
    /// <inheritdoc/>
    public AwsService Service => AwsService.DynamoDb;

    /// <inheritdoc/>
    public string Name => "updateItem";

    /// <inheritdoc/>
    public bool HasOwnIntegration => true;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters { get; } =
    [
        "AttributeUpdates", "ConditionExpression", "ConditionalOperator", "Expected", "ExpressionAttributeNames",
        "ExpressionAttributeValues", "Key", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ReturnValues",
        "ReturnValuesOnConditionCheckFailure", "TableName", "UpdateExpression",
    ];

    /// <inheritdoc/>
    public ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        TableRequest.Require(request, "Key", "TableName");
        TableRequest.RefuseLegacy(request);
        var returned = ItemAnswer.ReturnValues(request, "ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");
        var placeholders = new Placeholders(request);
        var actions = UpdateReader.Read(request.Text("UpdateExpression"), placeholders);
        var condition = TableRequest.Condition(request, placeholders);
        placeholders.CheckUse();
        var table = tables.Table(request.Text("TableName"));
        CheckTargets(actions, table);
        var given = AttributeValue.ReadAll(request.Structure("Key")!);
        return items.ChangeAsync(
            request.Attempt,
            [ItemKeys.OfKey(table, given)],
            found =>
            {
                TableRequest.Check(condition, found[0]);
                var changed = Updating.Apply(actions, found[0] ?? given);
                TableRequest.CheckSize(changed);
                return new ItemChanges([changed], ItemAnswer.Of(returned, found[0], changed, actions).WithWriteCost(request, table.Name, found[0], changed));
            },
            cancellationToken);
    }

    /// <summary>Makes sure that an update leaves the keys alone.</summary>
    internal static void CheckTargets(IReadOnlyList<UpdateAction> actions, TableSchema table)
    {
        if (table.Keys.FirstOrDefault(key => actions.Any(action => action.Path.Root == key.Name)) is { } touched)
        {
            throw AttributeValue.Invalid($"One or more parameter values were invalid: Cannot update attribute {touched.Name}. This attribute is part of the key");
        }
    }
}
