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
    /// <summary>How many bytes of data several events that are read together may have.</summary>
    private const long LargestPage = 1024 * 1024;

    /// <summary>The place of the first.</summary>
    public int FromFact { get; } = fromFact;

    /// <summary>How many events the history has before them.</summary>
    public long EventsBefore { get; } = eventsBefore;

    /// <summary>How many facts there are.</summary>
    public int FactCount { get; private set; }

    /// <summary>How many events the history has after them.</summary>
    public long EventsAfter { get; private set; } = eventsBefore;

    /// <summary>How many bytes of data there are in the events.</summary>
    public long Bytes { get; private set; }

    /// <summary>The events, or null where they are not kept.</summary>
    public List<HistoryEvent>? Events { get; private set; } = [];

    /// <summary>The facts as moments, or null where they are not kept.</summary>
    public List<FactMoment>? Moments { get; private set; } = [];

    /// <summary>The execution before the first of the facts.</summary>
    public Execution Before(StateMachine machine) => checkpoint is null ? new Execution(machine) : Execution.Restore(machine, checkpoint);

    /// <summary>A stretch that begins at the same place and has no facts yet.</summary>
    public Stretch Anew() => new(FromFact, EventsBefore, checkpoint);

    /// <summary>Applies the next fact.</summary>
    public void Apply(Execution execution, Fact fact)
    {
        var count = Events!.Count;
        var state = execution.StateOf(fact);
        execution.Apply(fact, new List<Effect>(), Events);
        for (var i = count; i < Events.Count; i++)
        {
            Bytes += EventSize.Of(Events[i]);
        }

        EventsAfter = execution.EventCount;
        Moments!.Add(new FactMoment(FromFact + FactCount, fact.At, FactKinds.Of(fact), state, EventsAfter));
        FactCount++;
    }

    /// <summary>Keeps the events no longer.</summary>
    public void Drop() => (Events, Moments) = (null, null);

    /// <summary>Has the events again.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="facts">The facts, all of them.</param>
    public void Recall(StateMachine machine, IReadOnlyList<Fact> facts)
    {
        var again = Anew();
        var execution = Before(machine);
        foreach (var fact in facts)
        {
            again.Apply(execution, fact);
        }

        (Events, Moments) = (again.Events, again.Moments);
    }

    /// <summary>Some of the events, those after an id; no more than one where their data is large.</summary>
    public List<HistoryEvent> EventsAfterId(long eventId, int limit)
    {
        var first = (int)(eventId - EventsBefore);
        var count = 1;
        for (var bytes = EventSize.Of(Events![first]); count < limit && first + count < Events.Count; count++)
        {
            bytes += EventSize.Of(Events[first + count]);
            if (bytes > LargestPage)
            {
                break;
            }
        }

        return Events.GetRange(first, count);
    }

    /// <summary>The fact that an event follows from.</summary>
    public FactMoment CauseOf(long eventId) => Moments!.Find(moment => moment.LastEvent >= eventId)
        ?? throw new ArgumentOutOfRangeException(nameof(eventId), eventId, $"expected an event up to {EventsAfter}");
}
