using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

/// <summary>A word of the language.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The operator, the name without quotes, the variable's name without <c>$</c>, the text, or the pattern of a regular expression.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset behind its last character: what the language calls its position.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End)
{
    /// <summary>The value of a number, text or constant.</summary>
    public Json? Value { get; init; }

    /// <summary>The flags of a regular expression.</summary>
    public string Flags { get; init; } = "";

    /// <summary>Whether this is that operator.</summary>
    public bool Is(string symbol) => Kind is TokenKind.Operator && string.Equals(Text, symbol, StringComparison.Ordinal);

    /// <summary>How a message shows it: literals by their value, everything else as text.</summary>
    public Json Shown => Kind switch
    {
        TokenKind.End => Json.Of("(end)"),
        TokenKind.Number or TokenKind.String or TokenKind.Constant => Value!,
        _ => Json.Of(Text),
    };
}
