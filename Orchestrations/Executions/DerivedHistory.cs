using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>The history of one execution, derived as far as its facts have been read; reading on derives only what is new.</summary>
public sealed class DerivedHistory(StateMachine machine)
{
    private readonly Lock gate = new();
    private readonly Execution execution = new(machine);
    private readonly List<HistoryEvent> events = [];
    private int factCount;

    /// <summary>Whether no facts have been read yet.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (gate)
            {
                return factCount == 0;
            }
        }
    }

    /// <summary>Some events.</summary>
    /// <param name="factsFrom">Reads the facts of the execution from a place on.</param>
    /// <param name="reverse">Newest first.</param>
    /// <param name="after">The id of the event that the page before ended with, or null to begin.</param>
    /// <param name="limit">At most so many.</param>
    public (IReadOnlyList<HistoryEvent> Events, bool HasMore) Read(Func<int, IEnumerable<Fact>> factsFrom, bool reverse, long? after, int limit)
    {
        ArgumentNullException.ThrowIfNull(factsFrom);
        lock (gate)
        {
            ReadOn(factsFrom(factCount));
            return reverse ? Backward(after, limit) : Forward(after, limit);
        }
    }

    private void ReadOn(IEnumerable<Fact> facts)
    {
        var ignored = new List<Effect>();
        foreach (var fact in facts)
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
