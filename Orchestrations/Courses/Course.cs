using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Observing;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>How an execution has gone: its history, any moment of it, any visit to a state. All who look at one execution share it, and what one has had derived is there for the others.</summary>
public sealed class Course
{
    private readonly IFactLog log;
    private readonly CourseLimits limits;
    private readonly CourseMemory memory;
#pragma warning disable CA2213, CA1001 // It holds nothing unless its wait handle is asked for, and nobody knows who reads last.
    private readonly SemaphoreSlim gate = new(1);
#pragma warning restore CA2213, CA1001
    private readonly CourseBell bell;
    private Derivation derivation;
    private bool isAtEnd;
    private int? endedAfter;
    private int? completeAfter;

    internal Course(IFactLog log, CourseLimits limits, CourseMemory memory)
    {
        this.log = log;
        this.limits = limits;
        this.memory = memory;
        derivation = new Derivation(log, limits, memory);
        bell = new CourseBell(log, () => Volatile.Write(ref isAtEnd, value: false));
    }

    /// <summary>The execution.</summary>
    public string ExecutionArn => log.ExecutionArn;

    /// <summary>Whether somebody reads on as it happens.</summary>
    public bool IsWatched => bell.IsWatched;

    internal string Identity => log.Identity;

    /// <summary>Begins to read events, those after one of them; on and on, as it happens.</summary>
    public CourseReader Read(long after) => new(this, bell, after);

    /// <summary>Where the execution stands now.</summary>
    public Task<CourseStanding> StandingAsync(CancellationToken cancellationToken = default) => AloneAsync(
        async () =>
        {
            await ExtendToEndAsync(cancellationToken);
            return derivation.Standing ?? throw new ExecutionPurgedException(ExecutionArn);
        },
        cancellationToken);

    /// <summary>Facts in their order, those after a place.</summary>
    /// <param name="after">The place of the last one that is known already; -1 to begin.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The facts, and how many there are altogether by now.</returns>
    public Task<(IReadOnlyList<FactMoment> Facts, int Count)> FactsAsync(int after, int limit, CancellationToken cancellationToken = default) => AloneAsync(
        async () =>
        {
            await ExtendToEndAsync(cancellationToken);
            var found = new List<FactMoment>();
            for (var next = after + 1; found.Count < limit && next < derivation.FactCount; next = found[^1].Index + 1)
            {
                var stretch = derivation.OfFact(next);
                var events = await derivation.RecallAsync(stretch, cancellationToken);
                found.AddRange(events.MomentsFrom(next).Take(limit - found.Count));
            }

            return ((IReadOnlyList<FactMoment>)found, derivation.FactCount);
        },
        cancellationToken);

    /// <summary>Events in their order, those after one of them, as far as there are any by now.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> EventsAsync(long after, int limit, CancellationToken cancellationToken = default) =>
        (await ReadAsync(after, rewinds: null, limit, cancellationToken)).Events;

    /// <summary>The execution as it was after a fact, or null if there is no such fact.</summary>
    public Task<ExecutionMoment?> MomentAsync(int index, CancellationToken cancellationToken = default) => AloneAsync(
        async () =>
        {
            while (derivation.FactCount <= index && await ExtendAsync(cancellationToken))
            {
            }

            if (index < 0 || derivation.FactCount <= index)
            {
                return null;
            }

            var stretch = derivation.OfFact(index);
            var facts = await derivation.ReadAsync(stretch.FromFact, index - stretch.FromFact + 1, cancellationToken);
            return Moments.After(derivation.Before(stretch), stretch.FromFact, facts);
        },
        cancellationToken);

    /// <summary>The visit to a state that an event began, as far as it has come; null if there is no such event, or it enters no state.</summary>
    public Task<StateVisit?> VisitAsync(long enteredEvent, CancellationToken cancellationToken = default) => AloneAsync(
        async () =>
        {
            while (derivation.EventCount < enteredEvent && await ExtendAsync(cancellationToken))
            {
            }

            return enteredEvent < 1 || derivation.EventCount < enteredEvent ? null : await ObserveAsync(enteredEvent, cancellationToken);
        },
        cancellationToken);

    /// <summary>Says that somebody has looked the execution up, and how it stood: unless all is known, there may be more.</summary>
    internal Task RefreshAsync(IFactLog found, CancellationToken cancellationToken) => AloneAsync(
        () =>
        {
            endedAfter = found.Status == ExecutionStatus.Running ? null : found.RedriveCount;
            if (endedAfter is null || endedAfter != completeAfter)
            {
                Volatile.Write(ref isAtEnd, value: false);
            }

            return ValueTask.FromResult(true);
        },
        cancellationToken);

    /// <summary>The next events for a reader.</summary>
    internal Task<CourseRead> ReadAsync(long after, int? rewinds, int limit, CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            while (derivation.EventCount <= after && await ExtendAsync(cancellationToken))
            {
            }

            if (derivation.RewoundTo(rewinds ?? derivation.Rewinds) is { } stayed && stayed < after)
            {
                return new CourseRead { RewoundTo = stayed, Rewinds = derivation.Rewinds };
            }

            if (derivation.EventCount <= after)
            {
                return new CourseRead { Standing = derivation.Standing, Rewinds = derivation.Rewinds };
            }

            var stretch = derivation.OfEvent(after + 1);
            var recalled = await derivation.RecallAsync(stretch, cancellationToken);
            var events = recalled.EventsAfter(after, limit);
            return new CourseRead { Events = events, Fact = recalled.CauseOf(events[^1].Id).Index, Rewinds = derivation.Rewinds };
        },
        cancellationToken);

    private async ValueTask<StateVisit?> ObserveAsync(long enteredEvent, CancellationToken cancellationToken)
    {
        var stretch = derivation.OfEvent(enteredEvent);
        var execution = derivation.Before(stretch);
        var watch = new VisitWatch(execution, enteredEvent);
        var ignored = new List<Effect>();
        for (var from = stretch.FromFact; !watch.IsOver && from < derivation.FactCount; )
        {
            var facts = await derivation.ReadAsync(from, Math.Min(limits.FactsPerStretch, derivation.FactCount - from), cancellationToken);
            foreach (var fact in facts.TakeWhile(_ => !watch.IsOver))
            {
                execution.Apply(fact, ignored);
                ignored.Clear();
            }

            from += facts.Count;
            if (from >= derivation.FactCount && !watch.IsOver)
            {
                await ExtendAsync(cancellationToken);
            }
        }

        return watch.Visit();
    }

    private async ValueTask ExtendToEndAsync(CancellationToken cancellationToken)
    {
        while (await ExtendAsync(cancellationToken))
        {
        }
    }

    /// <summary>Applies facts that follow.</summary>
    /// <returns>False when there are no more by now.</returns>
    private async ValueTask<bool> ExtendAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref isAtEnd))
        {
            return false;
        }

        // Before it is read: what is told meanwhile is then looked up once more.
        Volatile.Write(ref isAtEnd, value: true);
        try
        {
            var extended = await derivation.ExtendAsync(cancellationToken);
            bell.Found(extended.Count);
            if (extended.IsAtEnd)
            {
                completeAfter = endedAfter;
            }
            else
            {
                Volatile.Write(ref isAtEnd, value: false);
            }

            return extended.Count > 0 || !extended.IsAtEnd;
        }
        catch
        {
            Volatile.Write(ref isAtEnd, value: false);
            throw;
        }
    }

    /// <summary>Answers one question after the other; from the beginning, where it turns out meanwhile that facts never happened.</summary>
    private async Task<T> AloneAsync<T>(Func<ValueTask<T>> answer, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                try
                {
                    return await answer();
                }
                catch (RewoundException)
                {
                    // What was applied since is looked at again.
                }
            }
        }
        finally
        {
            if (!derivation.IsSound)
            {
                derivation = new Derivation(log, limits, memory);
                completeAfter = null;
                Volatile.Write(ref isAtEnd, value: false);
            }

            gate.Release();
        }
    }
}
