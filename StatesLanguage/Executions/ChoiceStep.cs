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

        foreach (var rule in state.Choices)
        {
            if (ConditionEvaluation.Holds(rule.Condition, execution.Scope.At(strand, input), out failure))
            {
                Leaving.WithInput(execution, strand, input, rule.Assign, rule.Next);
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

    private static void Otherwise(Execution execution, Strand strand, ChoiceState state, Json input)
    {
        if (state.Default is { } next)
        {
            Leaving.WithInput(execution, strand, input, state.Assign, next);
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
