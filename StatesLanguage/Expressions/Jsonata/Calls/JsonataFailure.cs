using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>Ends the reading or evaluation of an expression with an error of the language.</summary>
/// <remarks>A call that it passes through adds its position, and its name where no token is set yet.</remarks>
internal sealed class JsonataFailure(string? code) : Exception
{
    /// <summary>What AWS says when an expression builds too much.</summary>
    public const string MemoryLimit = "Expression evaluation memory limit exceeded: Check for excessive memory usage";

    /// <summary>The code, whose wording is in <see cref="ErrorTexts"/>; null where the language has none.</summary>
    public string? Code { get; } = code;

    /// <summary>The message itself, where it is not the code's wording.</summary>
    public string? Text { get; init; }

    /// <summary><c>{{value}}</c> of the wording.</summary>
    public Json? Value { get; init; }

    /// <summary><c>{{value2}}</c> of the wording.</summary>
    public Json? Value2 { get; init; }

    /// <summary><c>{{index}}</c>: which argument, counted from 1.</summary>
    public int? Index { get; init; }

    /// <summary><c>{{type}}</c>.</summary>
    public string? Type { get; init; }

    /// <summary><c>{{exp}}</c>.</summary>
    public Json? Exponent { get; init; }

    /// <summary><c>{{token}}</c> where it is a literal, which a message shows without quotes around a number.</summary>
    public Json? TokenValue { get; init; }

    /// <summary><c>{{token}}</c>.</summary>
    public string? Token { get; set; }

    /// <summary>Where; negative while nobody has said.</summary>
    public int Position { get; set; } = -1;

    /// <inheritdoc/>
    public override string Message => ToError().ToString();

    /// <summary>The error that this is.</summary>
    public JsonataError ToError() => new(Code, Text ?? ErrorTexts.Of(this), Math.Max(Position, 0), Token ?? TokenText)
    {
        Value = Value is null ? null : ErrorTexts.Shown(Value),
    };

    private string? TokenText => TokenValue is null ? null : TokenValue is JsonString text ? text.Value : ErrorTexts.Shown(TokenValue);
}
