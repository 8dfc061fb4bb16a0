using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How a Wait state runs.</summary>
internal static class WaitStep
{
    /// <summary>AWS counts the pause in seconds of 32 bits, which is 24,855 days and a bit.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(int.MaxValue);

    public static void Enter(Execution execution, Strand strand, WaitState state)
    {
        if (!DataFlow.TryInput(execution, strand, out var input, out var failure)
            || !TryWakeUpTime(execution, strand, state.Delay, input, out var wakeUpTime, out failure))
        {
            Failing.Explained(execution, strand, failure!);
        }
        else if (wakeUpTime <= execution.Now)
        {
            IsOver(execution, strand);
        }
        else
        {
            execution.Await(strand, wakeUpTime, isRetry: false);
        }
    }

    /// <summary>Goes on when the pause is over.</summary>
    public static void IsOver(Execution execution, Strand strand)
    {
        var state = (WaitState)strand.State;
        if (DataFlow.TryInput(execution, strand, out var input, out var failure))
        {
            Leaving.WithInput(execution, strand, input, Handover.Of(state), (state.Transition as Transition.Next)?.State);
        }
        else
        {
            Failing.Explained(execution, strand, failure);
        }
    }

    private static bool TryWakeUpTime(Execution execution, Strand strand, Delay delay, Json input, out DateTimeOffset wakeUpTime, out Failure? failure)
    {
        var scope = execution.Scope.At(strand, input);
        failure = delay is Delay.For wait
            ? AfterSeconds(execution, wait.Seconds, scope, out wakeUpTime)
            : AtMoment(execution, ((Delay.Until)delay).Timestamp, scope, out wakeUpTime);
        if (failure is null && wakeUpTime - execution.Now > Longest)
        {
            failure = new Failure(Failure.Runtime, "Wait state delay is too long.");
        }

        return failure is null;
    }

    private static Failure? AfterSeconds(Execution execution, Expression seconds, EvaluationScope scope, out DateTimeOffset wakeUpTime)
    {
        wakeUpTime = default;
        if (seconds is Expression.Query query)
        {
            if (QueriedNumber.TryWhole(query, "Seconds", least: 0, scope, execution.Entropy, out var queried, out var mistake))
            {
                wakeUpTime = After(execution, queried.Value);
            }

            return mistake;
        }

        if (Missing(seconds, "SecondsPath", scope) is { } missing)
        {
            return missing;
        }

        if (!Evaluation.TryEvaluate(seconds, "SecondsPath", scope, execution.Entropy, out var value, out var failure))
        {
            return failure;
        }

        if (Integer.Of(value) is not { } number)
        {
            return new Failure(Failure.Runtime, $"The SecondsPath parameter cannot be parsed as a long value: {Source(seconds)} == {Plain(value)}");
        }

        if (number < 0)
        {
            return new Failure(Failure.Runtime, $"The SecondsPath parameter references a negative value: {Source(seconds)} == {number}");
        }

        wakeUpTime = After(execution, number);
        return null;
    }

    private static DateTimeOffset After(Execution execution, long seconds) =>
        execution.After(TimeSpan.FromSeconds(Math.Min(seconds, (long)RetryDelay.LongestSeconds * 100)));

    private static Failure? AtMoment(Execution execution, Expression timestamp, EvaluationScope scope, out DateTimeOffset wakeUpTime)
    {
        wakeUpTime = default;
        if (Missing(timestamp, "TimestampPath", scope) is { } missing)
        {
            return missing;
        }

        var query = timestamp as Expression.Query;
        if (!Evaluation.TryEvaluate(timestamp, query is null ? "TimestampPath" : "Timestamp", scope, execution.Entropy, out var value, out var failure))
        {
            return failure;
        }

        return value is JsonString text && Timestamp.TryParse(text.Value, out wakeUpTime) ? null
            : query is not null ? NotTimestamp(query, value)
            : new Failure(
                Failure.Runtime,
                $"The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: {Source(timestamp)} == {Plain(value)}");
    }

    private static Failure NotTimestamp(Expression.Query query, Json value) => value is JsonString text
        ? QueryFailure.InField(
            "Timestamp",
            $"The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {text.Value}",
            isAfterEntry: true)
        : QueryFailure.Within("Timestamp", QueryFailure.UnexpectedType(query, "string", value));

    private static Failure? Missing(Expression expression, string field, EvaluationScope scope) =>
        expression is Expression.PathTo { Path: var path } && !path.TryEvaluate(scope, out _)
            ? new Failure(Failure.Runtime, $"The {field} parameter does not reference an input value: {path.Text}")
            : null;

    private static string Source(Expression expression) => expression is Expression.PathTo path ? path.Path.Text : "value";

    private static string Plain(Json value) => value is JsonString text ? text.Value : value.ToString();
}
