namespace TaskOrchestration.Orchestrations.Time;

/// <summary>A timer of a <see cref="MovableClock"/>.</summary>
internal sealed class MovableTimer(MovableClock clock, long number, TimerCallback callback, object? state) : ITimer
{
    /// <summary>The order in which timers fire.</summary>
    public static readonly IComparer<MovableTimer> ByDue = Comparer<MovableTimer>.Create((one, other) => (one.Due, one.Number).CompareTo((other.Due, other.Number)));

    private readonly ExecutionContext? context = ExecutionContext.Capture();

    /// <summary>Which of the clock's timers it is, in the order in which they were made.</summary>
    public long Number { get; } = number;

    /// <summary>When it fires, on the clock's own scale; only while the clock has it.</summary>
    public TimeSpan Due { get; set; }

    /// <summary>How often it fires again, or null for never.</summary>
    public TimeSpan? Period { get; set; }

    /// <summary>Whether the clock has it.</summary>
    public bool IsSet { get; set; }

    public bool IsDisposed { get; private set; }

    public void Fire()
    {
        if (context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(context, static timer => ((MovableTimer)timer!).Call(), this);
        }
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
        return clock.Set(this, dueTime, period);
    }

    public void Dispose()
    {
        IsDisposed = true;
        clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call() => callback(state);
}
