using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

/// <summary>What expressions come to, as text.</summary>
internal static class Answer
{
    /// <summary>The value as JSON, or <c>undefined</c>, <c>a function</c>, or the code of the error.</summary>
    public static string To(string expression, string? input = null, JsonataOptions? options = null, WorldOfTest? world = null)
    {
        if (!JsonataExpression.TryParse(expression, out var parsed, out var error, options))
        {
            return error.Code ?? error.Message;
        }

        var result = parsed.Evaluate(input is null ? null : Json.Parse(input), world ?? new WorldOfTest());
        return result.Error is { } failure ? failure.Code ?? failure.Message
            : result.IsFunction ? "a function"
            : result.Value?.ToString() ?? "undefined";
    }

    /// <summary>The error that an expression ends in, of reading or of evaluating.</summary>
    public static JsonataError ErrorOf(string expression, string? input = null, WorldOfTest? world = null) =>
        !JsonataExpression.TryParse(expression, out var parsed, out var error) ? error
        : parsed.Evaluate(input is null ? null : Json.Parse(input), world ?? new WorldOfTest()).Error
            ?? throw new InvalidOperationException($"{expression} does not fail");
}
