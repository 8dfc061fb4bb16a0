using System.Text;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>From attributes to where an item is.</summary>
internal static class ItemKeys
{
    /// <summary>The key that a whole item has.</summary>
    /// <exception cref="ServiceException">A key attribute is missing or of the wrong type.</exception>
    public static ItemKey OfItem(TableSchema table, JsonObject item)
    {
        foreach (var key in table.Keys)
        {
            if (item[key.Name] is not { } value)
            {
                throw AttributeValue.Invalid($"One or more parameter values were invalid: Missing the key {key.Name} in the item");
            }

            if (AttributeValue.TypeOf(value) is var type && type != key.Type)
            {
                throw AttributeValue.Invalid($"One or more parameter values were invalid: Type mismatch for key {key.Name} expected: {key.Type} actual: {type}");
            }
        }

        return Of(table, item);
    }

    /// <summary>The key that is given as such.</summary>
    /// <exception cref="ServiceException">It is not the key of this table.</exception>
    public static ItemKey OfKey(TableSchema table, JsonObject key) =>
        key.Count == table.Keys.Count() && table.Keys.All(part => key[part.Name] is { } value && AttributeValue.TypeOf(value) == part.Type)
            ? Of(table, key)
            : throw AttributeValue.Invalid("The provided key element does not match the schema");

    /// <summary>The key attributes of an item.</summary>
    public static JsonObject KeyIn(TableSchema table, JsonObject item) => JsonObject.Of(table.Keys.Select(key => KeyValuePair.Create(key.Name, item[key.Name]!)));

    /// <summary>A value as a text that sorts, ordinally, like the value.</summary>
    public static string Sortable(Json value) => AttributeValue.TypeOf(value) switch
    {
        "N" => AttributeValue.NumberOf(value).ToSortable(),
        "B" => Convert.ToHexStringLower(Convert.FromBase64String(AttributeValue.TextOf(value))),
        _ => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(AttributeValue.TextOf(value))),
    };

    private static ItemKey Of(TableSchema table, JsonObject attributes)
    {
        foreach (var key in table.Keys.Where(key => key.Type != "N" && AttributeValue.TextOf(attributes[key.Name]!).Length == 0))
        {
            throw AttributeValue.Invalid(
                $"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {(key.Type == "B" ? "binary" : "string")} value. Key: {key.Name}");
        }

        return new ItemKey(table.Name, Sortable(attributes[table.PartitionKey.Name]!), table.SortKey is { } sort ? Sortable(attributes[sort.Name]!) : "");
    }
}
