using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.Orchestrations.Resources.Tables.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>What the actions on items read of a request.</summary>
internal static class TableRequest
{
    /// <summary>The most that one item may take.</summary>
    private const int LargestItem = 400 * 1024;

    /// <summary>Makes sure that members are there.</summary>
    /// <exception cref="ServiceException">One is not; the message names all that are not.</exception>
    public static void Require(ServiceRequest request, params ReadOnlySpan<string> names)
    {
        var missing = new List<string>();
        foreach (var name in names)
        {
            if (request[name] is null)
            {
                missing.Add($"Value null at '{char.ToLowerInvariant(name[0])}{name[1..]}' failed to satisfy constraint: Member must not be null");
            }
        }

        if (missing.Count > 0)
        {
            throw AttributeValue.Invalid($"{missing.Count} validation error{(missing.Count == 1 ? "" : "s")} detected: {string.Join("; ", missing)}");
        }
    }

    /// <summary>The table that is named.</summary>
    /// <exception cref="ServiceException">There is none of that name.</exception>
    public static TableSchema Table(this TableDirectory tables, string? name) => (name is null ? null : tables.Find(name))
        ?? throw ServiceException.Modelled("ResourceNotFoundException", "Requested resource not found");

    /// <summary>An item that is to be kept, and where.</summary>
    public static (ItemKey Key, JsonObject Item) Item(TableSchema table, JsonObject given)
    {
        var item = AttributeValue.ReadAll(given);
        var key = ItemKeys.OfItem(table, item);
        CheckSize(item);
        return (key, item);
    }

    /// <summary>Makes sure that an item is not too large.</summary>
    /// <exception cref="ServiceException">It is.</exception>
    public static void CheckSize(JsonObject item)
    {
        if (item.Utf8Length > LargestItem)
        {
            throw AttributeValue.Invalid("Item size has exceeded the maximum allowed size");
        }
    }

    /// <summary>Which item is meant.</summary>
    public static ItemKey Key(TableSchema table, JsonObject given) => ItemKeys.OfKey(table, AttributeValue.ReadAll(given));

    /// <summary>Reads a condition, which an item that is not there meets as one without attributes.</summary>
    public static Condition? Condition(ServiceRequest request, Placeholders placeholders) =>
        ConditionReader.Read("ConditionExpression", request.Text("ConditionExpression"), placeholders);

    /// <summary>Makes sure that an item meets a condition.</summary>
    /// <exception cref="ServiceException">It does not.</exception>
    public static void Check(Condition? condition, JsonObject? item)
    {
        if (condition is not null && !ConditionCheck.Holds(condition, item ?? JsonObject.Empty))
        {
            throw ServiceException.Modelled("ConditionalCheckFailedException", "The conditional request failed");
        }
    }

    /// <summary>Refuses parameters of the time before expressions: dropping them would do something else than what was asked for.</summary>
    /// <exception cref="ServiceException">One is there.</exception>
    public static void RefuseLegacy(ServiceRequest request)
    {
        string[] legacy = ["Expected", "ConditionalOperator", "AttributeUpdates", "AttributesToGet", "KeyConditions", "QueryFilter", "ScanFilter"];
        if (Array.Find(legacy, name => request[name] is not null) is { } found)
        {
            throw AttributeValue.Invalid($"{found} is a parameter of the time before expressions, which the tables here do not know: use an expression instead");
        }
    }
}
