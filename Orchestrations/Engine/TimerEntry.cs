namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>A timer that has been set.</summary>
internal sealed class TimerEntry(ITimerOwner owner, long timer, DateTimeOffset due)
{
    public ITimerOwner Owner { get; } = owner;

    public long Timer { get; } = timer;

    public DateTimeOffset Due { get; } = due;

    /// <summary>Where it stands in its <see cref="TimerHeap"/>.</summary>
    public int Position { get; set; }

    /// <summary>Whether it comes first: it is due earlier, or at the same moment but was set earlier, as far as timers of one execution go.</summary>
    public bool IsBefore(TimerEntry other) => Due < other.Due || (Due == other.Due && Timer < other.Timer);
}
