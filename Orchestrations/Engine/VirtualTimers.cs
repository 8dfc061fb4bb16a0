namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>A clock that stands still until it is told to jump to the next timer. Of one run; used under its lock or by the thread that drives it.</summary>
internal sealed class VirtualTimers(DateTimeOffset now) : ITimers
{
    private readonly Lock gate = new();
    private readonly TimerHeap heap = new();
    private readonly Dictionary<long, TimerEntry> entries = [];

    /// <inheritdoc/>
    public DateTimeOffset Now { get; private set; } = Moment.Whole(now);

    /// <inheritdoc/>
    public void Set(ITimerOwner owner, long timer, DateTimeOffset due)
    {
        var entry = new TimerEntry(owner, timer, due);
        lock (gate)
        {
            entries.Add(timer, entry);
            heap.Add(entry);
        }
    }

    /// <inheritdoc/>
    public void Cancel(ITimerOwner owner, long timer)
    {
        lock (gate)
        {
            if (entries.Remove(timer, out var entry))
            {
                heap.Remove(entry);
            }
        }
    }

    /// <summary>Moves the clock to the earliest timer and takes it out.</summary>
    /// <returns>The timer, or null if there is none.</returns>
    public long? JumpToNext()
    {
        lock (gate)
        {
            if (heap.Earliest is not { } earliest)
            {
                return null;
            }

            heap.Remove(earliest);
            entries.Remove(earliest.Timer);
            Now = Moment.Later(Now, earliest.Due);
            return earliest.Timer;
        }
    }
}
