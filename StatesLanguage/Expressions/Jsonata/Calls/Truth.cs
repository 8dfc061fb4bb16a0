using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>What counts as true, as <c>$boolean</c> has it.</summary>
internal static class Truth
{
    /// <summary>The largest list of lists that is looked through, measured in its text: it may hold the same list many times over.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

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
        if (list.Nesting > 1 && list.Utf8Length > MostBytes)
        {
            throw new JsonataFailure("U1001") { Text = JsonataFailure.MemoryLimit };
        }

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
