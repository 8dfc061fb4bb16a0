using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>What counts as true, as <c>$boolean</c> has it.</summary>
internal static class Truth
{
    /// <summary>Whether a value counts as true. Undefined does not.</summary>
    public static bool Of(Json? value) => value switch
    {
        null => false,
        JsonBoolean boolean => boolean.Value,
        JsonString text => text.Value.Length > 0,
        JsonNumber number => Numbers.Finite(number) && number.Value != 0,
        JsonArray list => OfAny(list),
        JsonObject members => members.Count > 0,
        _ => false,
    };

    private static bool OfAny(JsonArray list)
    {
        foreach (var item in list.AsSpan())
        {
            if (Of(item))
            {
                return true;
            }
        }

        return false;
    }
}
