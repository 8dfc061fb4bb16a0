using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>Whether a choice rule's condition holds. A value of another type than the operator's compares as false, never as an error.</summary>
/// <seealso href="https://states-language.net/spec.html#choice-state">Choice State in the specification</seealso>
internal static class ConditionEvaluation
{
    /// <summary>Whether the condition holds; false with a failure where a path that must find something does not.</summary>
    public static bool Holds(Condition condition, EvaluationScope scope, out Failure? failure)
    {
        failure = null;
        switch (condition)
        {
            case Condition.And and:
                foreach (var part in and.Conditions)
                {
                    if (!Holds(part, scope, out failure))
                    {
                        return false;
                    }
                }

                return true;
            case Condition.Or or:
                foreach (var part in or.Conditions)
                {
                    if (Holds(part, scope, out failure) || failure is not null)
                    {
                        return failure is null;
                    }
                }

                return false;
            case Condition.Not not:
                return !Holds(not.Condition, scope, out failure) && failure is null;
            case Condition.Compare { Comparison: Comparison.IsPresent } presence:
                return presence.Variable.TryEvaluate(scope, out _) == IsTrue(presence.Value);
            case Condition.Compare compare:
                return TryFind(compare.Variable, scope, out var value, out failure) && Compare(compare.Comparison, value, compare.Value);
            case Condition.ComparePath compare:
                return TryFind(compare.Variable, scope, out var left, out failure)
                    && TryFind(compare.Other, scope, out var right, out failure)
                    && Compare(compare.Comparison, left, right);
            default:
                throw new UnreachableException($"no evaluation for {condition.GetType().Name}");
        }
    }

    private static bool TryFind(ValuePath path, EvaluationScope scope, out Json value, out Failure? failure)
    {
        if (path.TryEvaluate(scope, out var found))
        {
            value = found;
            failure = null;
            return true;
        }

        var lookedIn = path.TryGetRoot(scope, out var root) ? root : scope.Input;
        value = Json.Null;
        failure = new Failure(Failure.Runtime, $"Invalid path '{path.Text}': The choice state's condition path references an invalid value. The path was looked up in '{lookedIn}'");
        return false;
    }

    private static bool Compare(Comparison comparison, Json value, Json other) => comparison switch
    {
        Comparison.StringEquals => Order(Text(value), Text(other)) == 0,
        Comparison.StringLessThan => Order(Text(value), Text(other)) < 0,
        Comparison.StringGreaterThan => Order(Text(value), Text(other)) > 0,
        Comparison.StringLessThanEquals => Order(Text(value), Text(other)) <= 0,
        Comparison.StringGreaterThanEquals => Order(Text(value), Text(other)) >= 0,
        Comparison.StringMatches => value is JsonString text && other is JsonString pattern && Wildcard.Matches(pattern.Value, text.Value),
        Comparison.NumericEquals => Number(value) == Number(other),
        Comparison.NumericLessThan => Number(value) < Number(other),
        Comparison.NumericGreaterThan => Number(value) > Number(other),
        Comparison.NumericLessThanEquals => Number(value) <= Number(other),
        Comparison.NumericGreaterThanEquals => Number(value) >= Number(other),
        Comparison.BooleanEquals => value is JsonBoolean && value.Equals(other),
        Comparison.TimestampEquals => Moment(value) == Moment(other) && Moment(value) is not null,
        Comparison.TimestampLessThan => Moment(value) < Moment(other),
        Comparison.TimestampGreaterThan => Moment(value) > Moment(other),
        Comparison.TimestampLessThanEquals => Moment(value) <= Moment(other),
        Comparison.TimestampGreaterThanEquals => Moment(value) >= Moment(other),
        Comparison.IsNull => (value is JsonNull) == IsTrue(other),
        Comparison.IsNumeric => (value is JsonNumber) == IsTrue(other),
        Comparison.IsString => (value is JsonString) == IsTrue(other),
        Comparison.IsBoolean => (value is JsonBoolean) == IsTrue(other),
        Comparison.IsTimestamp => Moment(value) is not null == IsTrue(other),
        _ => throw new UnreachableException($"no comparison for {comparison}"),
    };

    private static bool IsTrue(Json value) => ReferenceEquals(value, Json.True);

    private static string? Text(Json value) => (value as JsonString)?.Value;

    /// <summary>The number, or NaN, to which nothing is equal, less or greater.</summary>
    private static double Number(Json value) => value is JsonNumber number ? number.Value : double.NaN;

    private static DateTimeOffset? Moment(Json value) =>
        value is JsonString text && Timestamp.TryParse(text.Value, out var moment) ? moment : null;

    /// <summary>The sign of the ordinal comparison, or null, to which nothing compares, where either is no text.</summary>
    private static int? Order(string? left, string? right) => left is null || right is null ? null : string.CompareOrdinal(left, right);
}
