using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Testing;

/// <summary>How a state went that was run by itself, and what could be seen of it.</summary>
public sealed record StateTrialResult
{
    /// <summary>The state.</summary>
    public required State State { get; init; }

    /// <summary>What became of it.</summary>
    public required StateTrialStatus Status { get; init; }

    /// <summary>What it hands on; null where it failed for good or would be retried.</summary>
    public Json? Output { get; init; }

    /// <summary>The failure, even if it was caught.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Where the execution would go; null at an end.</summary>
    public string? NextState { get; init; }

    /// <summary>The input it began with.</summary>
    public required Json Input { get; init; }

    /// <summary>The data at the points it came past, as far as AWS shows them for such a state.</summary>
    public required IReadOnlyDictionary<DataStage, Json> Stages { get; init; }

    /// <summary>The variables there are afterwards.</summary>
    public required JsonObject Variables { get; init; }

    /// <summary>The number of the retrier that takes the failure, whether or not it has a retry left.</summary>
    public int? RetryIndex { get; init; }

    /// <summary>How long it would pause before the retry; null where there is none left.</summary>
    public TimeSpan? RetryPause { get; init; }

    /// <summary>The number of the catcher that took the failure.</summary>
    public int? CatchIndex { get; init; }
}
