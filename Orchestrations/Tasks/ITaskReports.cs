namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>By which the steps of a workflow keep the task up to date that it belongs to.</summary>
public interface ITaskReports
{
    /// <summary>Takes a report down. A second one under its token changes nothing, nor does one about a run of the task that is over.</summary>
    ValueTask ReportAsync(TaskReport report, CancellationToken cancellationToken = default);
}
