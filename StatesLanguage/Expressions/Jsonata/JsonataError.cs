namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata;

/// <summary>Why an expression cannot be read, or has no value.</summary>
/// <param name="Code">The language's code: <c>S0…</c> for syntax, <c>T…</c> for types, <c>D…</c> for values, <c>U1001</c> for a limit; null where the language has none.</param>
/// <param name="Message">What is wrong, worded as the reference implementation words it.</param>
/// <param name="Position">Where: the offset just behind the token concerned, counted from 0.</param>
/// <param name="Token">The token concerned: an operator, or the name of the function that was called.</param>
public sealed record JsonataError(string? Code, string Message, int Position, string? Token = null)
{
    /// <summary>The value that was refused, where the error is about one, as JSON text.</summary>
    public string? Value { get; init; }

    /// <summary>As AWS writes it into a cause: <c>T2001: The left side of …</c>.</summary>
    public override string ToString() => Code is null ? Message : $"{Code}: {Message}";
}
