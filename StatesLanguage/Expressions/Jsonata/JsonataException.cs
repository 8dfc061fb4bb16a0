namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata;

/// <summary>A text is not an expression of the language.</summary>
public sealed class JsonataException(JsonataError error) : FormatException(error?.ToString())
{
    /// <summary>What is wrong, and where.</summary>
    public JsonataError Error { get; } = error!;
}
