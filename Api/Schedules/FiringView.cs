using System.ComponentModel;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Schedules;

/// <summary>A firing as callers see it.</summary>
[DisplayName("Firing")]
internal sealed record FiringView
{
    public required string Id { get; init; }

    public required string Schedule { get; init; }

    [Description("When it was due, or asked for by hand.")]
    public required DateTimeOffset Due { get; init; }

    public required FiringStatus Status { get; init; }

    [Description("Whether somebody asked for it by hand.")]
    public required bool Manual { get; init; }

    public required string StateMachine { get; init; }

    public required Json Input { get; init; }

    [Description("When its execution was started.")]
    public DateTimeOffset? FiredAt { get; init; }

    public string? ExecutionArn { get; init; }

    [Description("The task that follows it.")]
    public string? TaskId { get; init; }

    [Description("Why it did not fire.")]
    public string? Reason { get; init; }

    [Description("How many due times this line stands for.")]
    public required long Count { get; init; }

    [Description("The last due time it stands for, if it stands for several.")]
    public DateTimeOffset? Until { get; init; }

    public static FiringView Of(Firing firing) => new()
    {
        Id = firing.Id,
        Schedule = firing.Schedule,
        Due = firing.Due,
        Status = firing.Status,
        Manual = firing.IsManual,
        StateMachine = firing.StateMachine,
        Input = firing.Input,
        FiredAt = firing.FiredAt,
        ExecutionArn = firing.ExecutionArn,
        TaskId = firing.TaskId,
        Reason = firing.Reason,
        Count = firing.Count,
        Until = firing.Until,
    };
}
