using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>Counts executions.</summary>
internal sealed class MetricsTally(DateTimeOffset from)
{
    private readonly int[] byStatus = new int[Enum.GetValues<ExecutionStatus>().Length];
    private readonly List<TimeSpan> durations = [];

    /// <summary>Counts one.</summary>
    public void Add(ExecutionSummary execution)
    {
        byStatus[(int)execution.Status]++;
        if (execution is { Status: ExecutionStatus.Succeeded, StopDate: { } stopDate })
        {
            durations.Add(stopDate - execution.StartDate);
        }
    }

    /// <summary>What was counted.</summary>
    public MetricsPart Part()
    {
        durations.Sort();
        return new MetricsPart
        {
            From = from,
            Started = byStatus.Sum(),
            Running = byStatus[(int)ExecutionStatus.Running],
            Succeeded = byStatus[(int)ExecutionStatus.Succeeded],
            Failed = byStatus[(int)ExecutionStatus.Failed],
            TimedOut = byStatus[(int)ExecutionStatus.TimedOut],
            Aborted = byStatus[(int)ExecutionStatus.Aborted],
            Median = Percentile(50),
            Percentile95 = Percentile(95),
        };
    }

    /// <summary>The nearest rank: a duration that there was.</summary>
    private TimeSpan? Percentile(int percent) => durations.Count == 0 ? null : durations[((percent * durations.Count) + 99) / 100 - 1];
}
