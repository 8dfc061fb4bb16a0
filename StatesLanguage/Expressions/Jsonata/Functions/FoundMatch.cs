using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>A match in a text, whether of a regular expression or of a function that keeps to the same protocol.</summary>
/// <param name="Text">What was matched.</param>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Groups">What the groups have matched, null for one that took no part.</param>
internal sealed record FoundMatch(string Text, int Start, int End, JsonArray Groups)
{
    /// <summary>The object that a matching function answers with.</summary>
    public Json ToJson(Function next) => JsonObject.Of(
        ("match", Json.Of(Text)),
        ("start", Json.Of((long)Start)),
        ("end", Json.Of((long)End)),
        ("groups", Groups),
        ("next", next));
}
