namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>A path gave no value.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Message">The reason in the words that show in causes, such as <c>No results for path: $['a']</c>.</param>
public sealed record PathMiss(PathMissKind Kind, string Message)
{
    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
