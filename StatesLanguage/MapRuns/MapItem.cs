using System.Runtime.InteropServices;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>One item of a Map Run, and what <c>$$.Map.Item</c> shows of it.</summary>
/// <param name="Value">The item, or the value of a member where members of an object are the items.</param>
/// <param name="Key">The name of that member, or null.</param>
/// <param name="Source">Where it was found: <see cref="StateData"/>, or the URI of an S3 object or bucket; null where nobody says.</param>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">The Context object on AWS</seealso>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MapItem(Json Value, string? Key = null, string? Source = null)
{
    /// <summary>The source of items that are in the state's input.</summary>
    public const string StateData = "STATE_DATA";

    /// <summary>What a child gets where no ItemSelector says otherwise: the item, or a member as <c>{"Key":…,"Value":…}</c>.</summary>
    public Json Input => Key is null ? Value : JsonObject.Of(("Key", Json.Of(Key)), ("Value", Value));

    /// <summary>An item of a list.</summary>
    public static implicit operator MapItem(Json value) => new(value);

    /// <summary>What <c>$$.Map</c> is for it.</summary>
    /// <param name="index">Its number, from 0.</param>
    public JsonObject Context(long index) => JsonObject.Of(("Item", new JsonObjectBuilder(4)
        .Set("Index", Json.Of(index))
        .SetIfPresent("Key", Key)
        .Set("Value", Value)
        .SetIfPresent("Source", Source)
        .Build()));
}
