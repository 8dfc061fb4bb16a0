using System.ComponentModel;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Schedules;

/// <summary>A schedule as callers see it.</summary>
[DisplayName("Schedule")]
internal sealed record ScheduleView
{
    public required string Name { get; init; }

    public required string Cron { get; init; }

    public required string TimeZone { get; init; }

    public required string StateMachine { get; init; }

    public required Json Input { get; init; }

    public required MisfirePolicy Misfire { get; init; }

    public required int MissedLimit { get; init; }

    public required OverlapPolicy Overlap { get; init; }

    public required int QueueLimit { get; init; }

    public required bool Enabled { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public string? Description { get; init; }

    [Description("Whether it comes from the settings and is changed only there.")]
    public required bool Configured { get; init; }

    [Description("When it is due next; missing if it is off or never due again.")]
    public DateTimeOffset? NextDue { get; init; }

    [Description("The firing whose execution was started last.")]
    public FiringView? LastFired { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static ScheduleView Of(ScheduleRecord record, Firing? lastFired)
    {
        var schedule = record.Schedule;
        return new ScheduleView
        {
            Name = schedule.Name,
            Cron = schedule.Cron,
            TimeZone = schedule.TimeZone,
            StateMachine = schedule.StateMachine,
            Input = schedule.Input,
            Misfire = schedule.Misfire,
            MissedLimit = schedule.MissedLimit,
            Overlap = schedule.Overlap,
            QueueLimit = schedule.QueueLimit,
            Enabled = schedule.IsEnabled,
            Start = schedule.Start,
            End = schedule.End,
            Description = schedule.Description,
            Configured = record.IsConfigured,
            NextDue = ScheduleService.NextDue(record),
            LastFired = lastFired is null ? null : FiringView.Of(lastFired),
            CreatedAt = record.CreatedAt,
            UpdatedAt = record.UpdatedAt,
        };
    }
}
