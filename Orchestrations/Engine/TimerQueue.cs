namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>All timers of a process over one timer of the platform.</summary>
internal sealed class TimerQueue : ITimers, IDisposable
{
    /// <summary>The platform's timers reach only some weeks ahead; a timer further off is looked at again after a day.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly TimerHeap heap = new();
    private readonly Dictionary<(ITimerOwner Owner, long Timer), TimerEntry> entries = [];
    private readonly TimeProvider time;
    private readonly ITimer alarm;
    private DateTimeOffset alarmDue = DateTimeOffset.MaxValue;
    private bool isStopped;

    public TimerQueue(TimeProvider time)
    {
        this.time = time;
        alarm = time.CreateTimer(static queue => ((TimerQueue)queue!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public DateTimeOffset Now => Moment.Whole(time.GetUtcNow());

    /// <inheritdoc/>
    public void Set(ITimerOwner owner, long timer, DateTimeOffset due)
    {
        var entry = new TimerEntry(owner, timer, due);
        lock (gate)
        {
            if (!isStopped && entries.TryAdd((owner, timer), entry))
            {
                heap.Add(entry);
                WakeFor(due);
            }
        }
    }

    /// <inheritdoc/>
    public void Cancel(ITimerOwner owner, long timer)
    {
        lock (gate)
        {
            // The alarm stays as it is: that it rings for nothing costs less than setting it anew for every timer.
            if (entries.Remove((owner, timer), out var entry))
            {
                heap.Remove(entry);
            }
        }
    }

    /// <summary>Calls nobody any more.</summary>
    public void Stop()
    {
        lock (gate)
        {
            isStopped = true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        alarm.Dispose();
    }

    private void Ring()
    {
        var due = new List<TimerEntry>();
        lock (gate)
        {
            alarmDue = DateTimeOffset.MaxValue;
            var now = time.GetUtcNow();
            while (!isStopped && heap.Earliest is { } earliest)
            {
                if (earliest.Due > now)
                {
                    WakeFor(earliest.Due);
                    break;
                }

                heap.Remove(earliest);
                entries.Remove((earliest.Owner, earliest.Timer));
                due.Add(earliest);
            }
        }

        foreach (var entry in due)
        {
            entry.Owner.OnTimer(entry.Timer, Moment.Later(Now, entry.Due));
        }
    }

    private void WakeFor(DateTimeOffset due)
    {
        if (due >= alarmDue)
        {
            return;
        }

        alarmDue = due;
        var pause = due - time.GetUtcNow();

        // Rounded up to the platform's grain, so that it does not ring just before the moment.
        alarm.Change(pause <= TimeSpan.Zero ? TimeSpan.Zero : pause > LongestSleep ? LongestSleep : TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }
}
