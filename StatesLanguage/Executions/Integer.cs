using System.Globalization;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>Whole numbers in fields that hold a path. AWS takes a text that spells one, too.</summary>
internal static class Integer
{
    /// <summary>The whole number a value is or spells, or null.</summary>
    public static long? Of(Json value) => value switch
    {
        JsonNumber { IsInteger: true } number => number.TryGetInteger(out var whole) ? whole : null,
        JsonString text when long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => null,
    };
}
