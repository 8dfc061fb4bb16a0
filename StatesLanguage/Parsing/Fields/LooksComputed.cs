namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Tells texts that their author probably meant to be evaluated.</summary>
internal static class LooksComputed
{
    public static bool Test(string text) =>
        text.StartsWith("$.", StringComparison.Ordinal)
        || text.StartsWith("$$.", StringComparison.Ordinal)
        || text.StartsWith("$[", StringComparison.Ordinal)
        || (text.StartsWith("States.", StringComparison.Ordinal) && text.EndsWith(')'));
}
