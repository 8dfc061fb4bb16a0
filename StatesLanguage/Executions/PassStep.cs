using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How a Pass state runs.</summary>
internal static class PassStep
{
    public static void Enter(Execution execution, Strand strand, PassState state)
    {
        if (!DataFlow.TryInput(execution, strand, out var input, out var failure)
            || !DataFlow.TryTemplate(execution, strand, state.Parameters, "Parameters", input, out var effective, out failure))
        {
            Failing.Explained(execution, strand, failure);
        }
        else if (effective.Utf8Length > execution.Start.Limits.PayloadBytes)
        {
            Failing.TooLarge(execution, strand);
        }
        else
        {
            execution.ObservationOf(strand)?.Saw(state.Result is null ? DataStage.Arguments : DataStage.Result, state.Result ?? effective);
            Leaving.WithResult(execution, strand, state, state.Result ?? effective);
        }
    }
}
