using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions about true and false.</summary>
internal static class Booleans
{
    public static Json? Of(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is { } value ? Json.Of(Truth.Of(value)) : null;

    public static Json? Not(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is { } value ? Json.Of(!Truth.Of(value)) : null;

    public static Json? Exists(Evaluation evaluation, ReadOnlySpan<Json?> arguments) => Json.Of(arguments[0] is not null);
}
