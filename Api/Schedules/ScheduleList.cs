namespace TaskOrchestration.Api.Schedules;

/// <summary>All schedules.</summary>
internal sealed record ScheduleList
{
    public required IReadOnlyList<ScheduleView> Items { get; init; }
}
