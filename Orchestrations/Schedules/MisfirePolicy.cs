namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>What becomes of due times that nobody was there for: the host was down, or its clock has jumped.</summary>
public enum MisfirePolicy
{
    /// <summary>All that were missed become one firing, the latest of them.</summary>
    FireOnce,

    /// <summary>Each fires late, the oldest first; of more than <see cref="Schedule.MissedLimit"/> only the latest do.</summary>
    FireAll,

    /// <summary>None fires any more.</summary>
    Skip,
}
