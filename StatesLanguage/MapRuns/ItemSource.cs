using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>Where the items of a Map Run come from.</summary>
public abstract record ItemSource
{
    private ItemSource() { }

    /// <summary>The source of items that are at hand, in a list or an object.</summary>
    public static ItemSource Of(Json items) => items is JsonObject members ? new Members(members) : new Inline((JsonArray)items);

    /// <summary>The items that are at hand; null where they are to be read.</summary>
    public IEnumerable<MapItem>? AtHand => this switch
    {
        Inline(var items) => items.Select(item => new MapItem(item, Key: null, MapItem.StateData)),
        Members(var items) => items.Select(member => new MapItem(member.Value, member.Key, MapItem.StateData)),
        _ => null,
    };

    /// <summary>They are at hand, in a list.</summary>
    public sealed record Inline(JsonArray Items) : ItemSource;

    /// <summary>They are at hand: the members of an object.</summary>
    public sealed record Members(JsonObject Items) : ItemSource;

    /// <summary>They are read.</summary>
    /// <param name="Resource">The resource as it was written, <c>arn:aws:states:::s3:getObject</c> for example.</param>
    /// <param name="Arguments">Its arguments: <c>Bucket</c>, <c>Key</c>, <c>Prefix</c> …</param>
    /// <param name="Config">How the items are read out of what it yields.</param>
    /// <param name="MaxItems">How many are read at most, or null for all.</param>
    public sealed record Read(string Resource, JsonObject Arguments, ReaderConfig Config, long? MaxItems) : ItemSource;
}
