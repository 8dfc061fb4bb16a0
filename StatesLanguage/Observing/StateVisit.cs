using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Observing;

/// <summary>How an execution went through a state, from the entering to the leaving. Of several attempts the last is told.</summary>
public sealed record StateVisit
{
    /// <summary>The state.</summary>
    public required State State { get; init; }

    /// <summary>The branches and iterations it lies in, the outermost first.</summary>
    public required ValueList<StatePlace> Path { get; init; }

    /// <summary>The event by which it was entered.</summary>
    public required long EnteredEvent { get; init; }

    /// <summary>The event by which it was left, or null if it was not.</summary>
    public long? ExitedEvent { get; init; }

    /// <summary>What became of it.</summary>
    public required VisitStatus Status { get; init; }

    /// <summary>Its input, before InputPath.</summary>
    public required Json Input { get; init; }

    /// <summary>The data at the points it came past, as far as AWS shows them for such a state.</summary>
    public required IReadOnlyDictionary<DataStage, Json> Stages { get; init; }

    /// <summary>What it handed on, once it was left.</summary>
    public Json? Output { get; init; }

    /// <summary>The variables it assigned on leaving, or null if it assigns none.</summary>
    public JsonObject? Assigned { get; init; }

    /// <summary>The failure, where it failed, even if it was caught or is retried.</summary>
    public Failure? Failure { get; init; }

    /// <summary>The number of the retrier that took its last failure, whether or not it had a retry left.</summary>
    public int? RetryIndex { get; init; }

    /// <summary>How long it pauses before the retry.</summary>
    public TimeSpan? RetryPause { get; init; }

    /// <summary>The number of the catcher that took the failure.</summary>
    public int? CatchIndex { get; init; }
}
