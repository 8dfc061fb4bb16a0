using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>The history of one execution, derived as far as its journal has been read; reading on derives only what is new.</summary>
internal sealed class DerivedHistory(long executionKey, StateMachine machine)
{
    private readonly Lock gate = new();
    private readonly Execution execution = new(machine);
    private readonly List<HistoryEvent> events = [];
    private int factCount;

    public long ExecutionKey { get; } = executionKey;

    public (IReadOnlyList<HistoryEvent> Events, bool HasMore) Read(IJournal journal, bool reverse, long? after, int limit)
    {
        lock (gate)
        {
            ReadOn(journal);
            return reverse ? Backward(after, limit) : Forward(after, limit);
        }
    }

    private void ReadOn(IJournal journal)
    {
        var ignored = new List<Effect>();
        foreach (var fact in journal.ReadFacts(ExecutionKey, factCount))
        {
            execution.Apply(fact, ignored, events);
            ignored.Clear();
            factCount++;
        }
    }

    /// <summary>Ids count from 1 without gaps, so the event after number n stands at place n.</summary>
    private (IReadOnlyList<HistoryEvent> Events, bool HasMore) Forward(long? after, int limit)
    {
        var first = (int)Math.Clamp(after ?? 0, 0, events.Count);
        var count = Math.Min(limit, events.Count - first);
        return (events.GetRange(first, count), first + count < events.Count);
    }

    private (IReadOnlyList<HistoryEvent> Events, bool HasMore) Backward(long? after, int limit)
    {
        var end = (int)Math.Clamp((after ?? events.Count + 1) - 1, 0, events.Count);
        var count = Math.Min(limit, end);
        var page = events.GetRange(end - count, count);
        page.Reverse();
        return (page, end > count);
    }
}
