using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How a Parallel state runs.</summary>
internal static class ParallelStep
{
    public static void Attempt(Execution execution, Strand strand, ParallelState state)
    {
        if (!DataFlow.TryInput(execution, strand, out var input, out var failure)
            || !DataFlow.TryTemplate(execution, strand, state.Arguments, DataFlow.ArgumentsField(state), input, out var arguments, out failure))
        {
            Failing.Explained(execution, strand, failure!);
            return;
        }

        if (arguments.Utf8Length > execution.Start.Limits.PayloadBytes)
        {
            Failing.TooLarge(execution, strand);
            return;
        }

        execution.Record(strand, HistoryEventType.ParallelStateStarted, details: null);
        ChildrenStep.Begin(execution, strand, new Work.Children(state.Branches.Count, int.MaxValue)
        {
            EffectiveInput = arguments,
            StartEvent = strand.LastEvent,
        });
    }
}
