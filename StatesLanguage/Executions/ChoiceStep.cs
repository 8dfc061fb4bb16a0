using System.Globalization;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How a Choice state runs.</summary>
internal static class ChoiceStep
{
    public static void Enter(Execution execution, Strand strand, ChoiceState state)
    {
        if (!DataFlow.TryInput(execution, strand, out var input, out var failure))
        {
            Failing.Explained(execution, strand, failure);
            return;
        }

        for (var i = 0; i < state.Choices.Count; i++)
        {
            var rule = state.Choices[i];
            if (Holds(execution, strand, rule, i, input, out failure))
            {
                Leaving.WithInput(execution, strand, input, Handover.Of(rule, i), rule.Next);
                return;
            }

            if (failure is not null)
            {
                Failing.Explained(execution, strand, failure);
                return;
            }
        }

        Otherwise(execution, strand, state, input);
    }

    private static bool Holds(Execution execution, Strand strand, ChoiceRule rule, int index, Json input, out Failure? failure)
    {
        var scope = execution.Scope.At(strand, input);
        if (rule.Condition is not Condition.Holds { Expression: var expression })
        {
            return ConditionEvaluation.Holds(rule.Condition, scope, out failure);
        }

        if (Evaluation.TryEvaluate(expression, "Condition", scope, execution.Entropy, out var value, out failure) && value is not JsonBoolean)
        {
            failure = QueryFailure.Within("Condition", QueryFailure.UnexpectedType((Expression.Query)expression, "boolean", value));
        }

        failure = failure is null ? null : QueryFailure.Within(string.Create(CultureInfo.InvariantCulture, $"Choices[{index}]/"), failure);
        return failure is null && ReferenceEquals(value, Json.True);
    }

    private static void Otherwise(Execution execution, Strand strand, ChoiceState state, Json input)
    {
        if (state.Default is { } next)
        {
            Leaving.WithInput(execution, strand, input, Handover.Of(state), next);
        }
        else
        {
            Failing.Explained(
                execution,
                strand,
                new Failure(Failure.NoChoiceMatched, "Failed to transition out of the state. The state does not point to a next state."));
        }
    }
}
