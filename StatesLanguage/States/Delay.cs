using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>How long a <see cref="WaitState"/> pauses.</summary>
/// <remarks>
/// The language has four fields for this and allows exactly one. Parsed, two shapes are left, so a definition that sets
/// none or several cannot be expressed here: the parser has already reported it.
/// </remarks>
public abstract record Delay
{
    private Delay() { }

    /// <summary>Pause for a number of seconds, counted from the moment the state is entered.</summary>
    public sealed record For(Expression Seconds) : Delay;

    /// <summary>Pause until a moment. A moment that has passed already does not pause at all.</summary>
    public sealed record Until(Expression Timestamp) : Delay;
}
