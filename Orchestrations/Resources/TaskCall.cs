using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>A task on its way to whoever does it.</summary>
public sealed class TaskCall
{
    /// <summary>What is to be done.</summary>
    public required TaskRequest Request { get; init; }

    /// <summary>What the execution that wants it began with: its ARN, its machine, its role.</summary>
    public required ExecutionStart Execution { get; init; }

    /// <summary>Gives a sign of life, which HeartbeatSeconds asks for. Completes once it is durable.</summary>
    public required Func<ValueTask> HeartbeatAsync { get; init; }
}
