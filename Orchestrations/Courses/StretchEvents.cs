using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>What follows from the facts of a stretch.</summary>
/// <param name="fromFact">The place of the first.</param>
/// <param name="eventsBefore">How many events the history has before them.</param>
internal sealed class StretchEvents(int fromFact, long eventsBefore)
{
    /// <summary>How many bytes several events that are read together may have.</summary>
    private const long LargestPage = 1024 * 1024;

    private readonly List<HistoryEvent> events = [];
    private readonly List<FactMoment> moments = [];

    /// <summary>How many bytes the events have.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many facts there are.</summary>
    public int FactCount => moments.Count;

    /// <summary>Applies the next fact.</summary>
    /// <returns>The events that follow from it.</returns>
    public IEnumerable<HistoryEvent> Apply(Execution execution, Fact fact)
    {
        var count = events.Count;
        var state = execution.StateOf(fact);
        execution.Apply(fact, new List<Effect>(), events);
        moments.Add(new FactMoment(fromFact + moments.Count, fact.At, FactKinds.Of(fact), state, execution.EventCount));
        var added = events.Skip(count);
        Bytes += added.Sum(EventSize.Of);
        return added;
    }

    /// <summary>Some facts, those from a place on.</summary>
    public IEnumerable<FactMoment> MomentsFrom(int index) => moments.Skip(index - fromFact);

    /// <summary>Some events, those after an id; no more than one where their data is large.</summary>
    public List<HistoryEvent> EventsAfter(long eventId, int limit)
    {
        var first = (int)(eventId - eventsBefore);
        var count = 1;
        for (var bytes = EventSize.Of(events[first]); count < limit && first + count < events.Count; count++)
        {
            bytes += EventSize.Of(events[first + count]);
            if (bytes > LargestPage)
            {
                break;
            }
        }

        return events.GetRange(first, count);
    }

    /// <summary>The fact that an event follows from.</summary>
    public FactMoment CauseOf(long eventId) => moments.Find(moment => moment.LastEvent >= eventId)
        ?? throw new ArgumentOutOfRangeException(nameof(eventId), eventId, $"expected an event up to {moments[^1].LastEvent}");
}
