using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>Numbers that a field has worked out in JSONata.</summary>
internal static class QueriedNumber
{
    /// <summary>Doubles up to here are told apart from their neighbours.</summary>
    private const double Largest = 9_007_199_254_740_992;

    /// <summary>A whole number, at least <paramref name="least"/>.</summary>
    public static bool TryWhole(
        Expression.Query query,
        string field,
        long least,
        EvaluationScope scope,
        Entropy entropy,
        [NotNullWhen(true)] out long? whole,
        [NotNullWhen(false)] out Failure? failure)
    {
        whole = null;
        if (!TryNumber(query, field, least, double.MaxValue, scope, entropy, out var number, out failure))
        {
            return false;
        }

        if (Math.Floor(number.Value) != number.Value)
        {
            failure = QueryFailure.Within(field, QueryFailure.UnexpectedType(query, "integer", Json.Of(number.Value)));
            return false;
        }

        whole = (long)Math.Min(number.Value, Largest);
        return true;
    }

    /// <summary>A number within limits.</summary>
    public static bool TryNumber(
        Expression.Query query,
        string field,
        double least,
        double most,
        EvaluationScope scope,
        Entropy entropy,
        [NotNullWhen(true)] out double? number,
        [NotNullWhen(false)] out Failure? failure)
    {
        number = null;
        if (!Evaluation.TryEvaluate(query, field, scope, entropy, out var value, out failure))
        {
            return false;
        }

        number = (value as JsonNumber)?.Value;
        failure = number is null ? QueryFailure.Within(field, QueryFailure.UnexpectedType(query, "number", value))
            : number < least || number > most ? QueryFailure.Within(field, QueryFailure.OutOfRange(query, Range(least, most), value))
            : null;
        return failure is null;
    }

    private static string Range(double least, double most) => FormattableString.Invariant(
        $"a number that is at least {least}{(most < double.MaxValue ? FormattableString.Invariant($" and at most {most}") : "")}");
}
