namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>A task of an activity for a worker to take up.</summary>
/// <param name="Request">The task.</param>
/// <param name="ScheduledAt">When it was scheduled: those that came first are done first.</param>
/// <param name="IsStarted">Whether a worker has taken it up, and perhaps never learned of it: nothing was heard of the task since.</param>
public sealed record TaskForWorkers(TaskRequest Request, DateTimeOffset ScheduledAt, bool IsStarted);
