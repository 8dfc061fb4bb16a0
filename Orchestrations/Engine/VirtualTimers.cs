namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>A clock that stands still while anything is in hand and jumps to the next timer when nothing is. Of one run and of those that it has begun.</summary>
internal sealed class VirtualTimers(DateTimeOffset now) : TimeProvider, ITimers
{
    private readonly Lock gate = new();
    private readonly TimerHeap heap = new();
    private readonly Dictionary<(ITimerOwner Owner, long Timer), TimerEntry> entries = [];
    private int inHand;
    private bool isJumping;

    /// <inheritdoc/>
    public DateTimeOffset Now { get; private set; } = Moment.Whole(now);

    /// <summary>Called when nothing is in hand and no timer is set: by itself nothing will happen any more.</summary>
    public Action Stuck { get; set; } = () => { };

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;

    /// <inheritdoc/>
    public void Set(ITimerOwner owner, long timer, DateTimeOffset due)
    {
        var entry = new TimerEntry(owner, timer, due);
        lock (gate)
        {
            entries.Add((owner, timer), entry);
            heap.Add(entry);
        }
    }

    /// <inheritdoc/>
    public void Cancel(ITimerOwner owner, long timer)
    {
        lock (gate)
        {
            if (entries.Remove((owner, timer), out var entry))
            {
                heap.Remove(entry);
            }
        }
    }

    /// <summary>Something is in hand; the clock does not jump until it is done.</summary>
    public void Begin()
    {
        lock (gate)
        {
            inHand++;
        }
    }

    /// <summary>It is done. If nothing else is in hand, the clock jumps from timer to timer on this thread until something is again.</summary>
    public void End()
    {
        lock (gate)
        {
            inHand--;
            if (inHand > 0 || isJumping)
            {
                return;
            }

            isJumping = true;
        }

        while (Next() is { } next)
        {
            next.Owner.OnTimer(next.Timer, Now);
        }
    }

    private TimerEntry? Next()
    {
        lock (gate)
        {
            if (inHand == 0 && heap.Earliest is { } earliest)
            {
                heap.Remove(earliest);
                entries.Remove((earliest.Owner, earliest.Timer));
                Now = Moment.Later(Now, earliest.Due);
                return earliest;
            }

            isJumping = false;
            if (inHand > 0)
            {
                return null;
            }
        }

        Stuck();
        return null;
    }
}
