using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>When to start a state machine, and with what. <see cref="ScheduleRules"/> says what is a sound one.</summary>
public sealed record Schedule
{
    /// <summary>Its name: at most <see cref="ScheduleRules.MaximumNameLength"/> letters, digits, hyphens, underscores and full stops.</summary>
    public required string Name { get; init; }

    /// <summary>The due times, in the dialect of <see cref="CronText"/>.</summary>
    public required string Cron { get; init; }

    /// <summary>The zone whose clocks the expression speaks of, by its name in the tz database.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The machine to start: its name or its ARN.</summary>
    public required string StateMachine { get; init; }

    /// <summary>The input, in which the placeholders of <see cref="InputTemplate"/> stand for what differs from firing to firing.</summary>
    public Json Input { get; init; } = JsonObject.Empty;

    /// <summary>What becomes of due times that were missed.</summary>
    public MisfirePolicy Misfire { get; init; } = MisfirePolicy.FireOnce;

    /// <summary>How many missed due times still fire under <see cref="MisfirePolicy.FireAll"/>.</summary>
    public int MissedLimit { get; init; } = 100;

    /// <summary>What becomes of a firing while the last one's execution still runs.</summary>
    public OverlapPolicy Overlap { get; init; } = OverlapPolicy.Skip;

    /// <summary>How many firings may wait under <see cref="OverlapPolicy.Queue"/>.</summary>
    public int QueueLimit { get; init; } = 10;

    /// <summary>Whether it is on. While it is off nothing is due, and what waits goes on waiting.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Nothing is due before this moment.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Nothing is due after this moment.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>What people should know about it.</summary>
    public string? Description { get; init; }
}
