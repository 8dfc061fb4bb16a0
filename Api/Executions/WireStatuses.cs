using System.Diagnostics;
using TaskOrchestration.Api.Executions.Views;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Observing;

namespace TaskOrchestration.Api.Executions;

/// <summary>The statuses of executions in AWS's words, and back.</summary>
internal static class WireStatuses
{
    public static WireStatus Of(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => WireStatus.Running,
        ExecutionStatus.Succeeded => WireStatus.Succeeded,
        ExecutionStatus.Failed => WireStatus.Failed,
        ExecutionStatus.TimedOut => WireStatus.TimedOut,
        ExecutionStatus.Aborted => WireStatus.Aborted,
        _ => throw new UnreachableException($"no word for {status}"),
    };

    public static ExecutionStatus Of(WireStatus status) => status switch
    {
        WireStatus.Running => ExecutionStatus.Running,
        WireStatus.Succeeded => ExecutionStatus.Succeeded,
        WireStatus.Failed => ExecutionStatus.Failed,
        WireStatus.TimedOut => ExecutionStatus.TimedOut,
        WireStatus.Aborted => ExecutionStatus.Aborted,
        _ => throw new UnreachableException($"no status for {status}"),
    };

    public static WireRedriveStatus Of(RedriveStatus status) => status switch
    {
        RedriveStatus.NotRedrivable => WireRedriveStatus.NotRedrivable,
        RedriveStatus.Redrivable => WireRedriveStatus.Redrivable,
        RedriveStatus.RedrivableByMapRun => WireRedriveStatus.RedrivableByMapRun,
        _ => throw new UnreachableException($"no word for {status}"),
    };

    public static WireVisitStatus Of(VisitStatus status) => status switch
    {
        VisitStatus.Running => WireVisitStatus.Running,
        VisitStatus.Succeeded => WireVisitStatus.Succeeded,
        VisitStatus.CaughtError => WireVisitStatus.CaughtError,
        VisitStatus.Retriable => WireVisitStatus.Retriable,
        VisitStatus.Failed => WireVisitStatus.Failed,
        VisitStatus.Aborted => WireVisitStatus.Aborted,
        _ => throw new UnreachableException($"no word for {status}"),
    };
}
