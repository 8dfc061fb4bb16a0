using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>What the actions on items answer.</summary>
internal static class ItemAnswer
{
    private const int ReadUnit = 4096;
    private const int WriteUnit = 1024;

    /// <summary>How much of an item was asked back.</summary>
    /// <exception cref="ServiceException">Something that the action does not give.</exception>
    public static string ReturnValues(ServiceRequest request, params ReadOnlySpan<string> allowed)
    {
        var asked = request.Text("ReturnValues") ?? "NONE";
        return allowed.Contains(asked) ? asked : throw AttributeValue.Invalid(allowed.Length == 2
            ? "Return values set to invalid value"
            : $"1 validation error detected: Value '{asked}' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", allowed)}]");
    }

    /// <summary>The attributes that were asked back, if there are any.</summary>
    public static JsonObject Of(string returnValues, JsonObject? before, JsonObject? after, IReadOnlyList<UpdateAction> actions)
    {
        DocumentPath[] touched = [.. actions.Select(action => action.Path)];
        var attributes = returnValues switch
        {
            "ALL_OLD" => before,
            "ALL_NEW" => after,
            "UPDATED_OLD" => before is null ? null : Projection.Of(touched, before),
            "UPDATED_NEW" => after is null ? null : Projection.Of(touched, after),
            _ => null,
        };
        return attributes is { Count: > 0 } ? JsonObject.Of(("Attributes", attributes)) : JsonObject.Empty;
    }

    /// <summary>The answer with what reading cost, if that was asked for.</summary>
    public static JsonObject WithReadCost(this JsonObject answer, ServiceRequest request, string table, long bytes)
    {
        var units = Math.Max(1, (bytes + ReadUnit - 1) / ReadUnit) * (request.Flag("ConsistentRead") ? 1 : 0.5);
        return answer.WithCost(request, table, units);
    }

    /// <summary>The answer with what writing cost, if that was asked for.</summary>
    public static JsonObject WithWriteCost(this JsonObject answer, ServiceRequest request, string table, params ReadOnlySpan<JsonObject?> items)
    {
        var largest = 0;
        foreach (var item in items)
        {
            largest = Math.Max(largest, item?.Utf8Length ?? 0);
        }

        return answer.WithCost(request, table, Math.Max(1, (largest + WriteUnit - 1) / WriteUnit));
    }

    private static JsonObject WithCost(this JsonObject answer, ServiceRequest request, string table, double units) => request.Text("ReturnConsumedCapacity") switch
    {
        "TOTAL" => answer.With("ConsumedCapacity", JsonObject.Of(("CapacityUnits", Json.Of(units)), ("TableName", Json.Of(table)))),
        "INDEXES" => answer.With(
            "ConsumedCapacity",
            JsonObject.Of(("CapacityUnits", Json.Of(units)), ("Table", JsonObject.Of(("CapacityUnits", Json.Of(units)))), ("TableName", Json.Of(table)))),
        _ => answer,
    };
}
