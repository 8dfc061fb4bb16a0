namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Tells texts that hold a JSONata expression: <c>{% … %}</c>.</summary>
internal static class JsonataText
{
    public static bool IsExpression(string text) =>
        text.Length >= 4 && text.StartsWith("{%", StringComparison.Ordinal) && text.EndsWith("%}", StringComparison.Ordinal);
}
