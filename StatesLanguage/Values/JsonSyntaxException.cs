namespace TaskOrchestration.StatesLanguage.Values;

/// <summary>A text is not JSON. The message says what is wrong, line and column say where, both counted from 1.</summary>
public sealed class JsonSyntaxException(string message, long line, long column, Exception? inner = null) : FormatException(message, inner)
{
    /// <summary>The line, counted from 1.</summary>
    public long Line { get; } = line;

    /// <summary>The byte within the line, counted from 1.</summary>
    public long Column { get; } = column;
}
