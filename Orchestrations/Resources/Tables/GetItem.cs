using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary><c>dynamodb:getItem</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html">GetItem</seealso>
public sealed class GetItem(TableDirectory tables, IItemStore items) : IServiceAction
{
    /// <inheritdoc/>
    public AwsService Service => AwsService.DynamoDb;

    /// <inheritdoc/>
    public string Name => "getItem";

    /// <inheritdoc/>
    public bool HasOwnIntegration => true;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters { get; } =
    [
        "AttributesToGet", "ConsistentRead", "ExpressionAttributeNames", "Key", "ProjectionExpression", "ReturnConsumedCapacity",
        "TableName",
    ];

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        TableRequest.Require(request, "Key", "TableName");
        TableRequest.RefuseLegacy(request);
        var placeholders = new Placeholders(request);
        var projection = Projection.Read(request.Text("ProjectionExpression"), placeholders);
        placeholders.CheckUse();
        var table = tables.Table(request.Text("TableName"));
        var found = (await items.ReadAsync([TableRequest.Key(table, request.Structure("Key")!)], cancellationToken))[0];
        var answer = found is null ? JsonObject.Empty : JsonObject.Of(("Item", Projection.Of(projection, found)));
        return answer.WithReadCost(request, table.Name, found?.Utf8Length ?? 0);
    }
}
