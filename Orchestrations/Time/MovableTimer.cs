namespace TaskOrchestration.Orchestrations.Time;

/// <summary>A timer of a <see cref="MovableClock"/>.</summary>
internal sealed class MovableTimer(MovableClock clock, long number, TimerCallback callback, object? state) : ITimer, IComparable<MovableTimer>
{
    private readonly ExecutionContext? context = ExecutionContext.Capture();

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

    public int CompareTo(MovableTimer? other) => other is null ? 1 : (Due, Number: number).CompareTo((other.Due, other.Number));

    private long Number => number;

    private void Call() => callback(state);
}
