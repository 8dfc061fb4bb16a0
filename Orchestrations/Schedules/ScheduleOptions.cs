namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>How schedules are run.</summary>
public sealed record ScheduleOptions
{
    /// <summary>The schedules of the settings.</summary>
    public IReadOnlyList<Schedule> Configured { get; init; } = [];

    /// <summary>How many firings of a schedule are kept, beside those with which something is still to happen.</summary>
    public int KeptFirings { get; init; } = 1_000;

    /// <summary>
    /// The longest sleep between two looks at the clock. A clock that is set does not tell anybody; it is noticed after so long, and that is within
    /// <see cref="DuePlan.Grace"/>.
    /// </summary>
    public TimeSpan LongestSleep { get; init; } = TimeSpan.FromSeconds(30);
}
