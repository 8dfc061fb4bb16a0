using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

/// <summary>What JavaScript takes for true in a condition. The language's own <c>$boolean</c> differs: there empty lists and objects are false.</summary>
internal static class Truthiness
{
    public static bool Of(Json? value) => value switch
    {
        null or JsonNull => false,
        JsonBoolean boolean => boolean.Value,
        JsonNumber number => number.Value is not 0 and not double.NaN,
        JsonString text => text.Value.Length > 0,
        _ => true,
    };
}
