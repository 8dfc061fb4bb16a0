namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Syntax;

/// <summary>The kinds of <see cref="Token"/>.</summary>
internal enum TokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>An operator or bracket, <c>and</c>, <c>or</c> and <c>in</c> included.</summary>
    Operator,

    /// <summary>The name of a field, bare or between backquotes.</summary>
    Name,

    /// <summary>A variable: <c>$</c> and a name, which may be empty.</summary>
    Variable,

    /// <summary>A text between quotes.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
    Constant,

    /// <summary>A regular expression between slashes.</summary>
    Regex,
}
