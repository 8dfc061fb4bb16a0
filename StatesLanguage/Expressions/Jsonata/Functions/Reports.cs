using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions that say what a value is, or that something is wrong.</summary>
internal static class Reports
{
    public static Json? Type(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => arguments[0] switch
    {
        null => null,
        JsonNull => Json.Of("null"),
        JsonNumber number => Json.Of(Calls.Numbers.Finite(number) ? "number" : "object"),
        JsonString => Json.Of("string"),
        JsonBoolean => Json.Of("boolean"),
        JsonArray => Json.Of("array"),
        Function => Json.Of("function"),
        _ => Json.Of("object"),
    };

    public static Json? Error(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        throw new JsonataFailure("D3137") { Text = Message(arguments[0], "$error() function evaluated") };

    public static Json? Assert(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is JsonBoolean { Value: true } ? null : throw new JsonataFailure("D3141") { Text = Message(arguments[1], "$assert() statement failed") };

    private static string Message(Json? given, string usual) => given is JsonString { Value.Length: > 0 } text ? text.Value : usual;
}
