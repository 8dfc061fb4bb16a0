using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>The history of an execution, derived as far as somebody has asked for it, with states in between from which any part can be derived again.</summary>
/// <remarks>Facts are read a stretch at a time and only the last few stretches keep their events, so memory does not grow with the history. One caller at a time.</remarks>
internal sealed class Derivation
{
    private readonly IFactLog log;
    private readonly CourseLimits limits;
    private readonly List<Stretch> stretches = [];
    private readonly CourseMemory memory;
    private readonly CourseLinks links = new();
    private readonly List<long> rewinds = [];
    private Execution head;

    public Derivation(IFactLog log, CourseLimits limits, CourseMemory memory)
    {
        this.log = log;
        this.limits = limits;
        this.memory = memory;
        head = new Execution(log.Machine);
        stretches.Add(new Stretch(0, 0, checkpoint: null));
    }

    /// <summary>How many facts have been applied.</summary>
    public int FactCount => stretches[^1].FromFact + stretches[^1].FactCount;

    /// <summary>How many events have been derived.</summary>
    public long EventCount => stretches[^1].EventsAfter;

    /// <summary>How often facts turned out never to have happened.</summary>
    public int Rewinds => rewinds.Count;

    /// <summary>Whether it is worth asking on: not after a fact that could not be applied to its end.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>Where the execution stands after the facts that have been applied; null before the first.</summary>
    public CourseStanding? Standing => head.Start is null ? null : new CourseStanding
    {
        Status = head.Status,
        StartedAt = head.StartedAt,
        StoppedAt = head.StoppedAt,
        Failure = head.Failure,
        RedriveCount = head.RedriveCount,
        FactCount = FactCount,
        EventCount = head.EventCount,
        Transitions = head.Transitions,
        Links = [.. links.Found],
    };

    /// <summary>Applies facts that follow, if there are any.</summary>
    /// <returns>How many: fewer than a stretch has room for when there are no more by now. None, too, after facts turned out never to have happened.</returns>
    public async ValueTask<(int Count, bool IsAtEnd)> ExtendAsync(CancellationToken cancellationToken)
    {
        var wanted = limits.FactsPerStretch;
        var read = await log.ReadAsync(FactCount, wanted, cancellationToken);
        if (read.RewoundTo is { } place)
        {
            Rewind(place);
            return (0, IsAtEnd: false);
        }

        foreach (var fact in read.Facts)
        {
            Apply(fact);
        }

        return (read.Facts.Count, read.Facts.Count < wanted);
    }

    /// <summary>The stretch of a fact that has been applied.</summary>
    public Stretch OfFact(int index) => stretches[Last(stretch => stretch.FromFact <= index)];

    /// <summary>The stretch of an event that has been derived.</summary>
    public Stretch OfEvent(long eventId) => stretches[Last(stretch => stretch.EventsBefore < eventId)];

    /// <summary>How many events of those that were read have stayed, after facts turned out since then never to have happened; null if none have.</summary>
    /// <param name="seen">How often that had been the case then.</param>
    public long? RewoundTo(int seen) => seen < rewinds.Count ? rewinds.Skip(seen).Min() : null;

    /// <summary>What follows from the facts of a stretch.</summary>
    /// <exception cref="RewoundException">Facts turned out never to have happened.</exception>
    public async ValueTask<StretchEvents> RecallAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var events = stretch.Events ?? stretch.Recall(log.Machine, await ReadAsync(stretch.FromFact, stretch.FactCount, cancellationToken));
        if (stretch != stretches[^1])
        {
            memory.Use(stretch);
        }

        return events;
    }

    /// <summary>Facts that have been applied.</summary>
    /// <exception cref="RewoundException">Facts turned out never to have happened.</exception>
    public async ValueTask<IReadOnlyList<Fact>> ReadAsync(int from, int count, CancellationToken cancellationToken)
    {
        var read = await log.ReadAsync(from, count, cancellationToken);
        if (read.RewoundTo is { } place)
        {
            Rewind(place);
            throw new RewoundException();
        }

        return read.Facts.Count == count ? read.Facts : throw new ExecutionPurgedException(log.ExecutionArn);
    }

    /// <summary>The execution before a stretch, the caller's own.</summary>
    public Execution Before(Stretch stretch) => stretch.Before(log.Machine);

    private void Apply(Fact fact)
    {
        var stretch = stretches[^1];
        if (stretch.FactCount >= limits.FactsPerStretch || stretch.EventsAfter - stretch.EventsBefore >= limits.EventsPerStretch || stretch.Bytes >= limits.BytesPerStretch)
        {
            memory.Use(stretch);
            stretch = new Stretch(FactCount, EventCount, head.Snapshot());
            stretches.Add(stretch);
        }

        IsSound = false;
        foreach (var happened in stretch.Apply(head, fact))
        {
            links.See(happened);
        }

        IsSound = true;
    }

    /// <summary>Goes back to before the stretch of a fact that turned out to be another one.</summary>
    private void Rewind(int toFact)
    {
        var index = Last(stretch => stretch.FromFact <= toFact);
        var stretch = stretches[index];
        stretches.Skip(index).ToList().ForEach(memory.Forget);
        stretches.RemoveRange(index, stretches.Count - index);
        head = stretch.Before(log.Machine);
        links.Forget(stretch.EventsBefore);
        rewinds.Add(stretch.EventsBefore);
        stretches.Add(stretch.Anew());
    }

    /// <summary>The last stretch of which that is true; it is true of all before.</summary>
    private int Last(Func<Stretch, bool> isTrue)
    {
        var (low, high) = (0, stretches.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = isTrue(stretches[middle]) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
