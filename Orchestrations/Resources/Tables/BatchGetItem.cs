using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary><c>aws-sdk:dynamodb:batchGetItem</c>: items of several tables at once. All of them are always there, so nothing is left unprocessed.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</seealso>
public sealed class BatchGetItem(TableDirectory tables, IItemStore items) : IServiceAction
{
    private const int MostItems = 100;

    /// <inheritdoc/>
    public AwsService Service => AwsService.DynamoDb;

    /// <inheritdoc/>
    public string Name => "batchGetItem";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters { get; } = ["RequestItems", "ReturnConsumedCapacity"];

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        TableRequest.Require(request, "RequestItems");
        var responses = new JsonObjectBuilder();
        var left = MostItems;
        foreach (var (name, wanted) in request.Structure("RequestItems")!)
        {
            var inner = request.Within(wanted);
            TableRequest.Require(inner, "Keys");
            TableRequest.RefuseLegacy(inner);
            var placeholders = new Placeholders(inner);
            var projection = Projection.Read(inner.Text("ProjectionExpression"), placeholders);
            placeholders.CheckUse();
            var table = tables.Table(name);
            ItemKey[] keys = [.. inner.List("Keys")!.Select(key => TableRequest.Key(table, key as JsonObject ?? JsonObject.Empty))];
            left -= keys.Length;
            if (left < 0)
            {
                throw AttributeValue.Invalid("Too many items requested for the BatchGetItem call");
            }

            var found = await items.ReadAsync(keys, cancellationToken);
            responses.Set(name, JsonArray.Of(found.OfType<JsonObject>().Select(item => Projection.Of(projection, item))));
        }

        return JsonObject.Of(("Responses", responses.Build()), ("UnprocessedKeys", JsonObject.Empty));
    }
}
