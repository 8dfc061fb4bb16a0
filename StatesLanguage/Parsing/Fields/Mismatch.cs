using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Words for a value of the wrong kind.</summary>
internal static class Mismatch
{
    /// <summary>Longer values are cut: the problem has a pointer to show where the rest is.</summary>
    private const int Shown = 60;

    /// <summary>AWS's words; what was found instead goes beside them.</summary>
    public static string Of(string expected) => $"Expected value of type [{expected.ToUpperInvariant()}]";

    /// <summary>For a field that may be a JSONata expression, too.</summary>
    public static string OfOrQuery(string expected) => $"{Of(expected)} or a JSONata expression";

    public static string Show(Json value)
    {
        var text = value.ToString();
        return text.Length <= Shown ? text : $"{text.AsSpan(0, Shown)}…";
    }
}
