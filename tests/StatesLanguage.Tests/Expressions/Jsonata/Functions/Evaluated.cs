using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.Functions;

/// <summary>What expressions come to.</summary>
internal static class Evaluated
{
    public const string Undefined = "undefined";

    /// <summary>The value as JSON text, or what else there is: <c>undefined</c>, <c>a function</c>, the code of an error.</summary>
    public static string Text(string expression, JsonataOptions? options = null)
    {
        var result = Result(expression, options);
        if (result.Error is { } error)
        {
            return error.Code ?? error.Message;
        }

        return result.IsFunction ? "a function" : result.Value?.ToString() ?? Undefined;
    }

    /// <summary>The error of an expression that fails.</summary>
    public static JsonataError Error(string expression) => Result(expression, options: null).Error ?? throw new InvalidOperationException($"{expression} does not fail");

    /// <summary>The value of an expression evaluated where chance says what it is told to.</summary>
    public static Json? Value(string expression, IJsonataScope scope) => JsonataExpression.Parse(expression).Evaluate(input: null, scope).Value;

    private static JsonataResult Result(string expression, JsonataOptions? options) =>
        JsonataExpression.Parse(expression, options).Evaluate(input: null, new FixedScope(0.5));
}
