using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>Where the items of a Map Run come from.</summary>
public abstract record ItemSource
{
    private ItemSource() { }

    /// <summary>They are at hand.</summary>
    public sealed record Inline(JsonArray Items) : ItemSource;

    /// <summary>They are read.</summary>
    /// <param name="Resource">The resource as it was written, <c>arn:aws:states:::s3:getObject</c> for example.</param>
    /// <param name="Arguments">Its arguments: <c>Bucket</c>, <c>Key</c>, <c>Prefix</c> …</param>
    /// <param name="Config">How the items are read out of what it yields.</param>
    /// <param name="MaxItems">How many are read at most, or null for all.</param>
    public sealed record Read(string Resource, JsonObject Arguments, ReaderConfig Config, long? MaxItems) : ItemSource;
}
