using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>What counts as a number to calculate with.</summary>
internal static class Numbers
{
    /// <summary>Whether a number can be calculated with: NaN cannot, as if it were no number.</summary>
    /// <exception cref="JsonataFailure">It is infinite.</exception>
    public static bool Finite(JsonNumber number) =>
        double.IsInfinity(number.Value) ? throw new JsonataFailure("D1001") { Value = number } : !double.IsNaN(number.Value);

    /// <summary>Whether a value is a number that can be calculated with.</summary>
    public static bool Is(Json? value) => value is JsonNumber number && Finite(number);

    /// <summary>Whether a list holds nothing but such numbers; an empty one does.</summary>
    public static bool AreAll(JsonArray list)
    {
        foreach (var item in list.AsSpan())
        {
            if (!Is(item))
            {
                return false;
            }
        }

        return true;
    }
}
