using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>Ends an evaluation with an error of the language. The call that it passes through adds position and token where they are not set yet.</summary>
internal sealed class JsonataFailure(string? code) : Exception
{
    /// <summary>The code, whose wording is in <see cref="ErrorTexts"/>; null for one that has only <see cref="Text"/>.</summary>
    public string? Code { get; } = code;

    /// <summary>The message itself, where it is not the code's wording (<c>$error</c>).</summary>
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

    /// <summary><c>{{token}}</c>.</summary>
    public string? Token { get; set; }

    /// <summary>Where; negative while nobody has said.</summary>
    public int Position { get; set; } = -1;
}
