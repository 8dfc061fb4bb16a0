using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>What a handler is given.</summary>
public sealed class TaskInvocation
{
    /// <summary>The name the handler was found by.</summary>
    public required string FunctionName { get; init; }

    /// <summary>The version or alias that was asked for, or null.</summary>
    public string? Qualifier { get; init; }

    /// <summary>The input: what a Lambda function gets as its event.</summary>
    public required Json Input { get; init; }

    /// <summary>The same for every attempt of one visit to a state, retries and repetitions after a crash included, and different for every other visit.</summary>
    public required string IdempotencyToken { get; init; }

    /// <summary>How many attempts went before; 0 for the first.</summary>
    public int RetryCount { get; init; }

    /// <summary>The execution that wants the work.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>The name by which others know the work: that of the execution, or where it is a child of a Map Run that of the execution whose Map it is.</summary>
    public required string RunName { get; init; }

    /// <summary>The state that wants the work.</summary>
    public required string StateName { get; init; }

    /// <summary>When the task times out, or null for never.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Gives a sign of life, which HeartbeatSeconds asks for.</summary>
    public Func<ValueTask> HeartbeatAsync { get; init; } = () => ValueTask.CompletedTask;
}
