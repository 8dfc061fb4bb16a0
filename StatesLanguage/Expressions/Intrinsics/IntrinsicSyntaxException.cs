namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>A text is not a call of an intrinsic function. The message says what was expected, what was found and where.</summary>
public sealed class IntrinsicSyntaxException(string message, int position) : FormatException(message)
{
    /// <summary>The character where reading stopped, counted from 1.</summary>
    public int Position { get; } = position;
}
