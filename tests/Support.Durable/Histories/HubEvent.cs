using Microsoft.DurableTask;

namespace TaskOrchestration.Support.Durable.Histories;

/// <summary>Something in the history of an orchestration, as the task hub keeps it. Everything that travels is text.</summary>
public abstract record HubEvent
{
    private HubEvent() { }

    /// <summary>What an orchestrator has called for. Numbered in the order of the calls, from 0 in each generation.</summary>
    /// <param name="Task">The number.</param>
    public abstract record Called(int Task) : HubEvent;

    /// <summary>What reached an orchestration from outside its orchestrator.</summary>
    public abstract record Came : HubEvent;

    /// <summary>The answer to a call.</summary>
    /// <param name="Task">The number of the call.</param>
    public abstract record Answered(int Task) : Came;

    /// <summary>The orchestrator is run, and this is its time.</summary>
    public sealed record EpisodeStarted(DateTimeOffset At) : HubEvent;

    /// <summary>The orchestration, or a generation of it, begins.</summary>
    public sealed record Started(string Name, string? Input, ParentOrchestrationInstance? Parent) : Came;

    /// <summary>An activity is called.</summary>
    public sealed record ActivityCalled(int Task, string Name, string? Input) : Called(Task);

    /// <summary>An activity has answered.</summary>
    public sealed record ActivityCompleted(int Task, string? Result) : Answered(Task);

    /// <summary>An activity has thrown, or could not be done.</summary>
    public sealed record ActivityFailed(int Task, TaskFailureDetails Details) : Answered(Task);

    /// <summary>Another orchestration is started, which reports its end.</summary>
    public sealed record ChildCalled(int Task, string Name, string InstanceId, string? Input) : Called(Task);

    /// <summary>The other orchestration has completed.</summary>
    public sealed record ChildCompleted(int Task, string? Result) : Answered(Task);

    /// <summary>The other orchestration has failed or was terminated.</summary>
    public sealed record ChildFailed(int Task, TaskFailureDetails Details) : Answered(Task);

    /// <summary>A timer is set.</summary>
    public sealed record TimerSet(int Task, DateTime FireAt) : Called(Task);

    /// <summary>A timer's moment has come.</summary>
    public sealed record TimerFired(int Task) : Answered(Task);

    /// <summary>An event is sent to an orchestration.</summary>
    public sealed record EventSent(int Task, string InstanceId, string Name, string? Input) : Called(Task);

    /// <summary>An event has come.</summary>
    public sealed record EventRaised(string Name, string? Input) : Came;

    /// <summary>Somebody wants the orchestration ended here and now.</summary>
    public sealed record Terminated(string? Output) : Came;
}
