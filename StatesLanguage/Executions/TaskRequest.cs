using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>A task that an execution wants done.</summary>
public sealed record TaskRequest
{
    /// <summary>The execution that wants it.</summary>
    public required ExecutionStart Execution { get; init; }

    /// <summary>The number of the attempt, unique in its execution. Facts about it carry it.</summary>
    public required long Task { get; init; }

    /// <summary>The number of the visit to the state, the same for all its attempts.</summary>
    public required long Visit { get; init; }

    /// <summary>The name of the state that wants it.</summary>
    public required string StateName { get; init; }

    /// <summary>What does the work.</summary>
    public required TaskResource Resource { get; init; }

    /// <summary>What it gets.</summary>
    public required Json Input { get; init; }

    /// <summary>How many attempts of this state visit went before; 0 for the first.</summary>
    public required int RetryCount { get; init; }

    /// <summary>
    /// How many attempts at this state, of any visit, went before in the whole execution. Counted only where the execution has a test case, whose responses are numbered by it.
    /// </summary>
    public int Invocation { get; init; }

    /// <summary>When it times out, or null for never. The execution sees to it; a handler may use it to give up in time.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>
    /// Whether the service itself waits for the end of the job it was given (<c>.sync</c>): then whoever does the work has it in hand until it is over, even
    /// after the job was taken. A callback's sender, in contrast, knows nothing of a driver that begins anew.
    /// </summary>
    public bool IsWaitedForByService => Resource is TaskResource.Integration { Pattern: IntegrationPattern.Sync or IntegrationPattern.Sync2 };

    /// <summary>By which a callback names the attempt (<c>$$.Task.Token</c>). Unguessable, and the same again after a crash.</summary>
    public string TaskToken => Executions.TaskToken.Create(Execution, Task);

    /// <summary>The same for every attempt of one visit to the state, retries and repetitions after a crash included, and different for every other visit of any execution.</summary>
    public string IdempotencyToken => $"{Execution.RunId}-{Visit}";

    /// <summary>How the task fails if this is its result and has more bytes than the execution takes; null if it fits.</summary>
    public Failure? WhyTooLarge(Json output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Utf8Length <= Execution.Limits.PayloadBytes ? null : Failing.TooLarge(Resource switch
        {
            TaskResource.Integration integration => integration.Service,
            TaskResource.MapRun => StateName,
            _ => Resource.Text,
        });
    }
}
