using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Words for a value of the wrong kind.</summary>
internal static class Mismatch
{
    /// <summary>Longer values are cut: the problem has a pointer to show where the rest is.</summary>
    private const int Shown = 60;

    public static string Of(string expected, Json found) => $"Expected value of type {expected}, found {Show(found)}";

    public static string Show(Json value)
    {
        var text = value.ToString();
        return text.Length <= Shown ? text : $"{text.AsSpan(0, Shown)}…";
    }
}
