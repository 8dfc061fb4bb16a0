using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>Something a driver is to do in the world once the fact that led to it is durable.</summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>Have a task done and report how it went with a fact that names <see cref="TaskRequest.Task"/>. May happen more than once after a crash.</summary>
    public sealed record InvokeTask(TaskRequest Request) : Effect;

    /// <summary>The execution no longer waits for this task; what it reports from now on is ignored.</summary>
    public sealed record CancelTask(long Task) : Effect;

    /// <summary>Report a <see cref="Fact.TimerFired"/> at this moment or as soon after it as can be.</summary>
    public sealed record SetTimer(long Timer, DateTimeOffset Due) : Effect;

    /// <summary>Forget this timer.</summary>
    public sealed record CancelTimer(long Timer) : Effect;

    /// <summary>Report <see cref="Fact.Continued"/> when others have had their turn.</summary>
    public sealed record Continue : Effect;

    /// <summary>The execution has ended.</summary>
    public sealed record Finish(ExecutionStatus Status, Json? Output, Failure? Failure) : Effect;
}
