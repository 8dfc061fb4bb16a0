namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>Which executions may be redriven, and in whose words they may not.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">Redriving executions</seealso>
public static class RedriveRules
{
    /// <summary>How often an execution may be redriven.</summary>
    public const int MostRedrives = 1_000;

    /// <summary>How many client tokens an execution remembers.</summary>
    public const int TokensKept = 10;

    /// <summary>How long after its end an execution may be redriven.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromDays(14);

    /// <summary>How long after its start an execution may be redriven.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(365);

    /// <summary>How long a client token gives the same answer again.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    /// <summary>Why an execution may not be redriven, in AWS's words; null if it may.</summary>
    /// <param name="status">Where it stands.</param>
    /// <param name="startedAt">When it began.</param>
    /// <param name="stoppedAt">When it ended, or null.</param>
    /// <param name="redriveCount">How often it has been redriven.</param>
    /// <param name="eventCount">How many events its history has.</param>
    /// <param name="limits">What it may use up.</param>
    /// <param name="at">The moment in question.</param>
    public static string? WhyNot(
        ExecutionStatus status, DateTimeOffset startedAt, DateTimeOffset? stoppedAt, int redriveCount, long eventCount, ExecutionLimits limits, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return status switch
        {
            ExecutionStatus.Running => "Execution is RUNNING and cannot be redriven",
            ExecutionStatus.Succeeded => "Execution is SUCCEEDED and cannot be redriven",
            _ when !HasRoom(eventCount, limits) => "Execution history event limit exceeded",
            _ when at - startedAt > LongestLife => "Execution has exceeded the max execution time",
            _ when at - stoppedAt > Period => "Execution redrivable period exceeded",
            _ when redriveCount >= MostRedrives => "Execution has exceeded the max number of redrives",
            _ => null,
        };
    }

    /// <summary>The event of the redrive and one more must fit in.</summary>
    private static bool HasRoom(long eventCount, ExecutionLimits limits) => limits.HistoryEvents is not { } most || eventCount + 1 < most;
}
