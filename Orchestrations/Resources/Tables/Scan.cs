using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary><c>aws-sdk:dynamodb:scan</c>: the items of a table.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html">Scan</seealso>
public sealed class Scan(TableDirectory tables, IItemStore items) : IServiceAction
{
    /// <inheritdoc/>
    public AwsService Service => AwsService.DynamoDb;

    /// <inheritdoc/>
    public string Name => "scan";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters { get; } =
    [
        "AttributesToGet", "ConditionalOperator", "ConsistentRead", "ExclusiveStartKey", "ExpressionAttributeNames",
        "ExpressionAttributeValues", "FilterExpression", "IndexName", "Limit", "ProjectionExpression", "ReturnConsumedCapacity",
        "ScanFilter", "Segment", "Select", "TableName", "TotalSegments",
    ];

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        TableRequest.Require(request, "TableName");
        TableRequest.RefuseLegacy(request);
        if (request.Integer("TotalSegments") > 1)
        {
            throw AttributeValue.Invalid("A scan here has one segment: leave Segment and TotalSegments out");
        }

        var placeholders = new Placeholders(request);
        var filter = ConditionReader.Read("FilterExpression", request.Text("FilterExpression"), placeholders);
        var projection = Projection.Read(request.Text("ProjectionExpression"), placeholders);
        placeholders.CheckUse();
        var table = tables.Table(request.Text("TableName"));
        return await new ItemListing(items, request, table).PageAsync(partition: null, keyCondition: null, filter, projection, cancellationToken);
    }
}
