using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Orchestrations.Logs;

/// <summary>How grave history events are.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html">Log levels for execution events</seealso>
internal static class EventLevels
{
    /// <summary>AWS's names say it: what failed, timed out or was aborted, and the state whose purpose is to fail.</summary>
    private static readonly bool[] Errors = [.. Enum.GetValues<HistoryEventType>().Select(type => type == HistoryEventType.FailStateEntered || IsBad(type.ToString()))];

    /// <summary>Whether a machine that logs at this level logs it.</summary>
    public static bool IsLogged(HistoryEventType type, ExecutionLogLevel level) => level switch
    {
        ExecutionLogLevel.All => true,
        ExecutionLogLevel.Error => IsError(type),
        ExecutionLogLevel.Fatal => IsFatal(type),
        _ => false,
    };

    /// <summary>Whether an execution ends with it.</summary>
    public static bool EndsExecution(HistoryEventType type) => type == HistoryEventType.ExecutionSucceeded || IsFatal(type);

    /// <summary>Whether an execution ends badly with it.</summary>
    public static bool IsFatal(HistoryEventType type) => type
        is HistoryEventType.ExecutionFailed
        or HistoryEventType.ExecutionTimedOut
        or HistoryEventType.ExecutionAborted;

    /// <summary>Whether it tells of something that went wrong.</summary>
    public static bool IsError(HistoryEventType type) => Errors[(int)type];

    private static bool IsBad(string name) =>
        name.EndsWith("Failed", StringComparison.Ordinal) || name.EndsWith("TimedOut", StringComparison.Ordinal) || name.EndsWith("Aborted", StringComparison.Ordinal);
}
