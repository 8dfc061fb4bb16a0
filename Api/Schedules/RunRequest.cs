namespace TaskOrchestration.Api.Schedules;

/// <summary>Nothing needs to be said to run a schedule: it has its input.</summary>
internal sealed record RunRequest;
