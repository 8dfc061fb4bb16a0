using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions that come to one number for a list.</summary>
internal static class Aggregates
{
    public static Json? Sum(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is JsonArray numbers ? JsonNumber.Calculated(Total(numbers)) : null;

    public static Json? Count(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        Json.Of(arguments[0] is JsonArray items ? items.Count : 0L);

    public static Json? Max(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is JsonArray { Count: > 0 } numbers ? JsonNumber.Calculated(Extreme(numbers, Math.Max)) : null;

    public static Json? Min(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is JsonArray { Count: > 0 } numbers ? JsonNumber.Calculated(Extreme(numbers, Math.Min)) : null;

    public static Json? Average(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is JsonArray { Count: > 0 } numbers ? JsonNumber.Calculated(Total(numbers) / numbers.Count) : null;

    private static double Total(JsonArray numbers)
    {
        var total = 0.0;
        foreach (var number in numbers.AsSpan())
        {
            total += ((JsonNumber)number).Value;
        }

        return total;
    }

    private static double Extreme(JsonArray numbers, Func<double, double, double> choose)
    {
        var extreme = ((JsonNumber)numbers[0]).Value;
        foreach (var number in numbers.AsSpan())
        {
            extreme = choose(extreme, ((JsonNumber)number).Value);
        }

        return extreme;
    }
}
