using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.StatusEvents;

/// <summary>Reported statuses, in AWS's words and as executions have them.</summary>
public static class ReportedStatuses
{
    /// <summary>The word that events and settings have for it.</summary>
    public static string InWordsOfAws(this ReportedStatus status) => status switch
    {
        ReportedStatus.PendingRedrive => "PENDING_REDRIVE",
        ReportedStatus.Running => "RUNNING",
        ReportedStatus.Succeeded => "SUCCEEDED",
        ReportedStatus.Failed => "FAILED",
        ReportedStatus.TimedOut => "TIMED_OUT",
        ReportedStatus.Aborted => "ABORTED",
        _ => throw new UnreachableException($"no word for {status}"),
    };

    /// <summary>What a word stands for; null for any other text.</summary>
    public static ReportedStatus? Find(string word) => Enum.GetValues<ReportedStatus>().Cast<ReportedStatus?>().FirstOrDefault(status => status!.Value.InWordsOfAws() == word);

    /// <summary>What is reported of an execution that stands so.</summary>
    public static ReportedStatus Of(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => ReportedStatus.Running,
        ExecutionStatus.Succeeded => ReportedStatus.Succeeded,
        ExecutionStatus.Failed => ReportedStatus.Failed,
        ExecutionStatus.TimedOut => ReportedStatus.TimedOut,
        ExecutionStatus.Aborted => ReportedStatus.Aborted,
        _ => throw new UnreachableException($"no report of {status}"),
    };
}
