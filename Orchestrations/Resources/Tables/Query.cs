using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary><c>aws-sdk:dynamodb:query</c>: the items of one partition. There are no indexes here but the table's own keys.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html">Query</seealso>
public sealed class Query(TableDirectory tables, IItemStore items) : IServiceAction
{
    /// <inheritdoc/>
    public AwsService Service => AwsService.DynamoDb;

    /// <inheritdoc/>
    public string Name => "query";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters { get; } =
    [
        "AttributesToGet", "ConditionalOperator", "ConsistentRead", "ExclusiveStartKey", "ExpressionAttributeNames",
        "ExpressionAttributeValues", "FilterExpression", "IndexName", "KeyConditionExpression", "KeyConditions", "Limit",
        "ProjectionExpression", "QueryFilter", "ReturnConsumedCapacity", "ScanIndexForward", "Select", "TableName",
    ];

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        TableRequest.Require(request, "TableName");
        TableRequest.RefuseLegacy(request);
        var placeholders = new Placeholders(request);
        var condition = ConditionReader.Read("KeyConditionExpression", request.Text("KeyConditionExpression"), placeholders)
            ?? throw AttributeValue.Invalid("Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        var filter = ConditionReader.Read("FilterExpression", request.Text("FilterExpression"), placeholders);
        var projection = Projection.Read(request.Text("ProjectionExpression"), placeholders);
        placeholders.CheckUse();
        var table = tables.Table(request.Text("TableName"));
        if (request.Text("IndexName") is { } index)
        {
            throw AttributeValue.Invalid($"The table does not have the specified index: {index}");
        }

        return await new ItemListing(items, request, table).PageAsync(KeyCondition.PartitionIn(condition, table), condition, filter, projection, cancellationToken);
    }
}
