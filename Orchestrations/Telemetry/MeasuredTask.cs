namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>An attempt at a task that has not ended.</summary>
internal sealed class MeasuredTask(TaskFamily family, string resource, DateTimeOffset scheduledAt)
{
    public TaskFamily Family => family;

    public string Resource => resource;

    public DateTimeOffset ScheduledAt => scheduledAt;

    /// <summary>When it began; none before it has.</summary>
    public DateTimeOffset? StartedAt { get; set; }
}
