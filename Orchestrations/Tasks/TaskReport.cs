namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>What a step of an execution says of the task that the execution belongs to.</summary>
public sealed record TaskReport
{
    /// <summary>The name of the execution; it names the task.</summary>
    public required string ExecutionName { get; init; }

    /// <summary>The state that reports.</summary>
    public required string StateName { get; init; }

    /// <summary>The idempotency token of the report.</summary>
    public required string Token { get; init; }

    /// <summary>The task token by which somebody's decision comes back; without one the step is at work.</summary>
    public string? DecisionToken { get; init; }

    /// <summary>The order or transaction that the task turned out to be about.</summary>
    public string? SubjectId { get; init; }
}
