namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>A text is not a JSONPath. The message says what was expected, what was found and where.</summary>
public sealed class JsonPathSyntaxException(string message, int position) : FormatException(message)
{
    /// <summary>The character where reading stopped, counted from 1.</summary>
    public int Position { get; } = position;
}
