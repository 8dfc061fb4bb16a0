using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>Something that has happened to an execution. The ordered list of them is its journal; all else is derived.</summary>
/// <param name="At">When it happened, to the millisecond. Time reaches an execution in no other way.</param>
public abstract record Fact(DateTimeOffset At)
{
    /// <summary>The execution began. The first fact of every journal, and only the first.</summary>
    public sealed record Started(DateTimeOffset At, ExecutionStart Start) : Fact(At);

    /// <summary>A worker has taken the task up (activities).</summary>
    public sealed record TaskStarted(DateTimeOffset At, long Task, string? Worker) : Fact(At);

    /// <summary>A service has accepted the task and answered; the result comes by callback (<c>.waitForTaskToken</c>). Or the driver keeps it for the workers of its activity.</summary>
    public sealed record TaskSubmitted(DateTimeOffset At, long Task, Json Output) : Fact(At);

    /// <summary>The task has given a sign of life.</summary>
    public sealed record TaskHeartbeat(DateTimeOffset At, long Task) : Fact(At);

    /// <summary>The task has yielded a result.</summary>
    public sealed record TaskSucceeded(DateTimeOffset At, long Task, Json Output) : Fact(At);

    /// <summary>The task has failed.</summary>
    public sealed record TaskFailed(DateTimeOffset At, long Task, Failure Failure) : Fact(At);

    /// <summary>The moment a timer was set for has come.</summary>
    public sealed record TimerFired(DateTimeOffset At, long Timer) : Fact(At);

    /// <summary>The execution was paused after a long stretch without a task or a wait and goes on now.</summary>
    public sealed record Continued(DateTimeOffset At) : Fact(At);

    /// <summary>Someone has stopped the execution.</summary>
    public sealed record Stopped(DateTimeOffset At, Failure Failure) : Fact(At);

    /// <summary>Someone lets an execution that did not succeed go on from the states that did not.</summary>
    /// <param name="At">When.</param>
    /// <param name="ClientToken">What the wish was named by, so that it counts once; or null.</param>
    public sealed record Redriven(DateTimeOffset At, string? ClientToken) : Fact(At);
}
