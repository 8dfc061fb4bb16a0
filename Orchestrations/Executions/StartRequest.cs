using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>A wish to start an execution.</summary>
public sealed record StartRequest
{
    /// <summary>The machine to run.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>The name of the execution, or null for a random one.</summary>
    public string? Name { get; init; }

    /// <summary>The task that starts it, where it is nested in another execution.</summary>
    public ParentTask? Parent { get; init; }

    /// <summary>The test case of the mock configuration that the execution is to run, or null for a real run.</summary>
    public string? TestCase { get; init; }

    /// <summary>The input.</summary>
    public Json Input { get; init; } = JsonObject.Empty;
}
