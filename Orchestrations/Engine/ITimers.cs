namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>A clock with timers.</summary>
internal interface ITimers
{
    /// <summary>The time, in whole milliseconds as facts carry it.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Calls the owner at that moment, or as soon after it as can be.</summary>
    void Set(ITimerOwner owner, long timer, DateTimeOffset due);

    /// <summary>Forgets a timer; one that is not known is no error.</summary>
    void Cancel(ITimerOwner owner, long timer);
}
