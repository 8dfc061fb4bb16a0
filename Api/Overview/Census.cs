using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Api.Overview;

/// <summary>Executions as they were found.</summary>
/// <param name="At">When.</param>
/// <param name="Since">Since when those that have ended were looked at.</param>
/// <param name="Found">Those that run, and those that were started since then; the newest first within a machine.</param>
/// <param name="IsComplete">Whether that is all.</param>
internal sealed record Census(DateTimeOffset At, DateTimeOffset Since, IReadOnlyList<ExecutionSummary> Found, bool IsComplete)
{
    private const int Parts = 24;

    private DateTimeOffset Today => new(At.UtcDateTime.Date, TimeSpan.Zero);

    /// <summary>Those of the machines that a caller may have to do with.</summary>
    public Census For(Caller caller) => caller.Machines.IsAll ? this : this with { Found = [.. Found.Where(execution => caller.Machines.Allows(execution.ExecutionArn))] };

    /// <summary>The numbers.</summary>
    /// <param name="oldest">The oldest execution that runs, if the caller may see it.</param>
    public ExecutionsOverview Count(RunningExecutionView? oldest)
    {
        var today = Found.Where(execution => execution.StartDate >= Today).ToList();
        return new ExecutionsOverview
        {
            Complete = IsComplete,
            Running = Found.LongCount(execution => execution.Status == ExecutionStatus.Running),
            StartedToday = today.Count,
            FailedToday = today.LongCount(execution => execution.Status is ExecutionStatus.Failed or ExecutionStatus.TimedOut),
            OldestRunning = oldest,
            Series = Series(),
            Durations = Durations(),
        };
    }

    private List<ThroughputView> Series()
    {
        var length = (At - Since) / Parts;
        var started = Found.Where(execution => execution.StartDate >= Since).ToLookup(execution => PartOf(execution.StartDate, length));
        var ended = Found.Where(execution => execution.StopDate >= Since).ToLookup(execution => PartOf(execution.StopDate!.Value, length));
        return
        [
            .. Enumerable.Range(0, Parts).Select(part => new ThroughputView
            {
                From = Since + (length * part),
                Started = started[part].LongCount(),
                Succeeded = Ended(ended[part], ExecutionStatus.Succeeded),
                Failed = Ended(ended[part], ExecutionStatus.Failed),
                TimedOut = Ended(ended[part], ExecutionStatus.TimedOut),
                Aborted = Ended(ended[part], ExecutionStatus.Aborted),
            }),
        ];
    }

    private int PartOf(DateTimeOffset moment, TimeSpan length) => Math.Min((int)((moment - Since) / length), Parts - 1);

    private static long Ended(IEnumerable<ExecutionSummary> part, ExecutionStatus status) => part.LongCount(execution => execution.Status == status);

    private DurationsView? Durations()
    {
        var sorted = Found.Where(execution => execution is { Status: ExecutionStatus.Succeeded, StopDate: not null } && execution.StartDate >= Since)
            .Select(execution => (execution.StopDate!.Value - execution.StartDate).TotalSeconds).Order().ToList();
        return sorted.Count == 0
            ? null
            : new DurationsView { Count = sorted.Count, P50 = Percentile(sorted, 50), P95 = Percentile(sorted, 95), P99 = Percentile(sorted, 99) };
    }

    // The smallest that is no smaller than so many of a hundred.
    private static double Percentile(List<double> sorted, int percent) => sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * percent / 100.0) - 1)];
}
