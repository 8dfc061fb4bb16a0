using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata;

/// <summary>What an expression came to: a value, nothing (undefined), a function, or an error.</summary>
public readonly record struct JsonataResult
{
    private JsonataResult(Json? value, JsonataError? error, bool isFunction)
    {
        Value = value;
        Error = error;
        IsFunction = isFunction;
    }

    /// <summary>The value; null if there is none: the expression is undefined, is a function, or failed.</summary>
    public Json? Value { get; }

    /// <summary>Why there is no value, if the expression failed.</summary>
    public JsonataError? Error { get; }

    /// <summary>Whether the expression came to a function, which has no JSON. Functions within lists become empty texts, within objects too.</summary>
    public bool IsFunction { get; }

    /// <summary>Whether the expression came to nothing: neither a value, nor a function, nor an error.</summary>
    public bool IsUndefined => Value is null && Error is null && !IsFunction;

    /// <summary>A number that JSON cannot write (<c>Infinity</c>, <c>-Infinity</c>, <c>NaN</c>), whose <see cref="Value"/> is its text.</summary>
    public bool IsNonFiniteNumber { get; private init; }

    internal static JsonataResult Undefined => default;

    internal static JsonataResult Function => new(value: null, error: null, isFunction: true);

    internal static JsonataResult Of(Json value) => new(value, error: null, isFunction: false);

    internal static JsonataResult NonFinite(Json text) => new(text, error: null, isFunction: false) { IsNonFiniteNumber = true };

    internal static JsonataResult Failed(JsonataError error) => new(value: null, error, isFunction: false);
}
