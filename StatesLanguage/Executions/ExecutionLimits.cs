namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What an execution may use up. Part of its first fact, so that a later change of settings changes no history.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Quotas of AWS Step Functions</seealso>
public sealed record ExecutionLimits
{
    /// <summary>The limits of a STANDARD execution on AWS.</summary>
    public static readonly ExecutionLimits Standard = new();

    /// <summary>The limits of an EXPRESS execution on AWS: no history to run full, five minutes to live.</summary>
    public static readonly ExecutionLimits Express = new() { HistoryEvents = null, LifetimeSeconds = 300 };

    /// <summary>How many events the history may have, or null for no limit. The event of that number is the failure itself.</summary>
    public long? HistoryEvents { get; init; } = 25_000;

    /// <summary>How many bytes of UTF-8 an input, output or result may have.</summary>
    public int PayloadBytes { get; init; } = 262_144;

    /// <summary>After how many seconds the execution times out whatever its machine says, or null for never.</summary>
    public long? LifetimeSeconds { get; init; }
}
