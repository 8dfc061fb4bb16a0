using TaskOrchestration.Orchestrations.Resources.Http;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>A task on its way to whoever does it.</summary>
public sealed class TaskCall
{
    /// <summary>What is to be done.</summary>
    public required TaskRequest Request { get; init; }

    /// <summary>What the execution that wants it began with: its ARN, its machine, its role. Not its input, which not every driver sends along.</summary>
    public required ExecutionStart Execution { get; init; }

    /// <summary>
    /// Says that a service has taken the job and what it answered, while its end is still waited for (<c>.sync</c>). Completes once that is durable. After
    /// a crash the task is asked for again, and saying it again changes nothing.
    /// </summary>
    public Func<Json, ValueTask> SubmittedAsync { get; init; } = _ => ValueTask.CompletedTask;

    /// <summary>
    /// Whether the execution does not wait for the task any more: it was stopped, or the task took too long. A driver that shuts down cancels a task as well,
    /// but then it is asked for again.
    /// </summary>
    public Func<bool> IsGivenUp { get; init; } = () => false;

    /// <summary>
    /// Whether the driver learns by itself when an execution has ended that the task has started, and asks for the task again then. Whoever would wait for that
    /// end answers that the job was submitted instead.
    /// </summary>
    public bool IsAskedAgain { get; init; }

    /// <summary>Is told what an HTTP task sends, and again with what came back. Null where nobody wants to know.</summary>
    public Action<HttpExchange>? Exchanged { get; init; }

    /// <summary>Gives a sign of life, which HeartbeatSeconds asks for. Completes once it is durable.</summary>
    public required Func<ValueTask> HeartbeatAsync { get; init; }
}
