using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>A due time of a schedule and what has become of it.</summary>
public sealed record Firing
{
    /// <summary>The schedule's name.</summary>
    public required string Schedule { get; init; }

    /// <summary>Its id, which follows from the schedule and the due time and is the name of its execution (<see cref="FiringId"/>).</summary>
    public required string Id { get; init; }

    /// <summary>When it was due; of one that was asked for by hand, when that was.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>What has become of it.</summary>
    public required FiringStatus Status { get; init; }

    /// <summary>Whether somebody asked for it by hand.</summary>
    public bool IsManual { get; init; }

    /// <summary>The machine to start, as the schedule named it when the firing was due.</summary>
    public required string StateMachine { get; init; }

    /// <summary>What the execution is started with.</summary>
    public Json Input { get; init; } = JsonObject.Empty;

    /// <summary>When its execution was started, if it was.</summary>
    public DateTimeOffset? FiredAt { get; init; }

    /// <summary>The ARN of its execution, if one was started.</summary>
    public string? ExecutionArn { get; init; }

    /// <summary>The id of the task that follows it, if there is one.</summary>
    public string? TaskId { get; init; }

    /// <summary>Why it did not fire, if it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>How many due times this line stands for: more than one only in a line that sums up missed ones, from <see cref="Due"/> to <see cref="Until"/>.</summary>
    public long Count { get; init; } = 1;

    /// <summary>The last due time this line stands for, if it stands for several.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether something is still to become of it.</summary>
    public bool IsOpen => Status is FiringStatus.Due or FiringStatus.Queued or FiringStatus.Starting;
}
