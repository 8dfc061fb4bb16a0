namespace TaskOrchestration.StatesLanguage.States;

/// <summary>Which failures are tried again, how often, and after which pauses.</summary>
/// <seealso href="https://states-language.net/spec.html#retrying-after-error">Retrying after error in the specification</seealso>
public sealed record Retrier
{
    /// <summary>The error names it takes; <c>States.ALL</c> and <c>States.TaskFailed</c> stand for many.</summary>
    public required ValueList<string> ErrorEquals { get; init; }

    /// <summary>Seconds before the first retry.</summary>
    public long IntervalSeconds { get; init; } = 1;

    /// <summary>How often at most; 0 means never.</summary>
    public long MaxAttempts { get; init; } = 3;

    /// <summary>By what the pause grows with each retry; at least 1.</summary>
    public double BackoffRate { get; init; } = 2.0;

    /// <summary>No pause is longer than this many seconds, or null for no cap.</summary>
    public long? MaxDelaySeconds { get; init; }

    /// <summary>Whether each pause is drawn at random between 0 and what it would be (<c>FULL</c>).</summary>
    public bool FullJitter { get; init; }

    /// <summary>The author's remark.</summary>
    public string? Comment { get; init; }
}
