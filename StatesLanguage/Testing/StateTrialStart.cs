using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Testing;

/// <summary>The circumstances a state is tried under.</summary>
public sealed record StateTrialStart
{
    /// <summary>The execution it believes it is part of; its input is the state's.</summary>
    public required ExecutionStart Execution { get; init; }

    /// <summary>The variables there are when it begins.</summary>
    public JsonObject Variables { get; init; } = JsonObject.Empty;

    /// <summary>The whole context object it sees, or null for one made up from the execution.</summary>
    public JsonObject? Context { get; init; }

    /// <summary>What stands in for its work, or null to have the work done.</summary>
    public StateMock? Mock { get; init; }

    /// <summary>How often the retrier that takes the failure has retried before.</summary>
    public int RetryCount { get; init; }

    /// <summary>How many of a Map's iterations have failed.</summary>
    public int FailedIterations { get; init; }

    /// <summary>What a Map's ItemReader finds where it reads, or null to have no items read.</summary>
    public string? ReaderText { get; init; }
}
