namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>What is to become of the due times between two moments: each is in one of the firings, none is in two.</summary>
/// <remarks>A due time counts as missed when it is looked at later than <see cref="Grace"/> after it.</remarks>
public static class DuePlan
{
    /// <summary>So late a firing is still in time.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>So many missed due times have a line of their own; older ones share one.</summary>
    private const int OwnLines = 100;

    /// <summary>The firings of the due times after one moment up to and including another, in order of their due times.</summary>
    public static IReadOnlyList<Firing> Of(Schedule schedule, DateTimeOffset decidedUntil, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (!schedule.IsEnabled)
        {
            return [];
        }

        var times = new DueTimes(schedule);
        var missed = new MissedTimes(OwnLines);
        var toFire = new Queue<DateTimeOffset>();
        var lateOnes = 0;
        for (var due = times.After(decidedUntil); due <= now; due = times.After(due.Value))
        {
            cancellationToken.ThrowIfCancellationRequested();
            toFire.Enqueue(due.Value);
            if (now - due.Value > Grace && ++lateOnes > LateLimit(schedule))
            {
                missed.Add(toFire.Dequeue());
                lateOnes--;
            }
        }

        return [.. missed.Firings(schedule), .. toFire.Select(due => Planned(schedule, due))];
    }

    private static int LateLimit(Schedule schedule) => schedule.Misfire switch
    {
        MisfirePolicy.FireOnce => 1,
        MisfirePolicy.FireAll => schedule.MissedLimit,
        _ => 0,
    };

    private static Firing Planned(Schedule schedule, DateTimeOffset due)
    {
        var id = FiringId.Of(schedule.Name, due);
        return new Firing
        {
            Schedule = schedule.Name, Id = id, Due = due, Status = FiringStatus.Due, StateMachine = schedule.StateMachine, Input = InputTemplate.Fill(schedule, id, due),
        };
    }
}
