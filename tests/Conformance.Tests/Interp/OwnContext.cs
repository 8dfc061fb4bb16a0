using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>Gives a state a context object of a case's own making: as a variable, which its paths are led into.</summary>
internal static class OwnContext
{
    private const string Variable = "context";

    /// <summary>A machine with a state in front that sets the variable.</summary>
    public static JsonObject Before(string name, JsonObject state, JsonObject context) => Machines.Of(
        "Context",
        JsonObject.Of(("Type", Json.Of("Pass")), ("Assign", JsonObject.Of((Variable, context))), ("Next", Json.Of(name))),
        [KeyValuePair.Create(name, Led(state))]);

    private static Json Led(Json value) => value switch
    {
        JsonString { Value: var text } when text.StartsWith("$$", StringComparison.Ordinal) => Json.Of($"${Variable}{text[2..]}"),
        JsonObject members => JsonObject.Of(members.Select(member => KeyValuePair.Create(member.Key, Led(member.Value)))),
        JsonArray items => JsonArray.Of(items.Select(Led)),
        _ => value,
    };
}
