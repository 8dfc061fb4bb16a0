namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Whoever timers are set for.</summary>
internal interface ITimerOwner
{
    /// <summary>The moment of a timer has come. Called on any thread; returns soon.</summary>
    void OnTimer(long timer, DateTimeOffset at);
}
