using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>Some facts of an execution that follow one upon the other: the state before them, and, as long as they are kept, the events that follow from them.</summary>
/// <param name="fromFact">The place of the first.</param>
/// <param name="eventsBefore">How many events the history has before them.</param>
/// <param name="checkpoint">The execution before them, or null before the first of all.</param>
internal sealed class Stretch(int fromFact, long eventsBefore, JsonObject? checkpoint)
{
    private StretchEvents? events = new(fromFact, eventsBefore);

    /// <summary>The place of the first.</summary>
    public int FromFact { get; } = fromFact;

    /// <summary>How many events the history has before them.</summary>
    public long EventsBefore { get; } = eventsBefore;

    /// <summary>How many facts there are.</summary>
    public int FactCount { get; private set; }

    /// <summary>How many events the history has after them.</summary>
    public long EventsAfter { get; private set; } = eventsBefore;

    /// <summary>How many bytes the events have.</summary>
    public long Bytes { get; private set; }

    /// <summary>What follows from the facts, or null where it is not kept. It may be dropped at any moment, so it is asked for once.</summary>
    public StretchEvents? Events => Volatile.Read(ref events);

    /// <summary>The execution before the first of the facts.</summary>
    public Execution Before(StateMachine machine) => checkpoint is null ? new Execution(machine) : Execution.Restore(machine, checkpoint);

    /// <summary>A stretch that begins at the same place and has no facts yet.</summary>
    public Stretch Anew() => new(FromFact, EventsBefore, checkpoint);

    /// <summary>Applies the next fact, while it is the last stretch.</summary>
    /// <returns>The events that follow from it.</returns>
    public IEnumerable<HistoryEvent> Apply(Execution execution, Fact fact)
    {
        var added = events!.Apply(execution, fact);
        (FactCount, EventsAfter, Bytes) = (events.FactCount, execution.EventCount, events.Bytes);
        return added;
    }

    /// <summary>Keeps the events no longer.</summary>
    public void Drop() => Volatile.Write(ref events, null);

    /// <summary>Has the events again.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="facts">The facts, all of them.</param>
    public StretchEvents Recall(StateMachine machine, IReadOnlyList<Fact> facts)
    {
        var again = new StretchEvents(FromFact, EventsBefore);
        var execution = Before(machine);
        foreach (var fact in facts)
        {
            again.Apply(execution, fact);
        }

        Volatile.Write(ref events, again);
        return again;
    }
}
