namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>Due times that will not fire, oldest first: the latest each with a line of its own, all older ones summed up in one.</summary>
internal sealed class MissedTimes(int ownLines)
{
    private readonly Queue<DateTimeOffset> latest = new();
    private DateTimeOffset? first;
    private DateTimeOffset last;
    private long older;

    public void Add(DateTimeOffset due)
    {
        latest.Enqueue(due);
        if (latest.Count > ownLines)
        {
            last = latest.Dequeue();
            first ??= last;
            older++;
        }
    }

    public IEnumerable<Firing> Firings(Schedule schedule)
    {
        if (first is { } oldest)
        {
            yield return Line(schedule, oldest) with { Count = older, Until = last == oldest ? null : last };
        }

        foreach (var due in latest)
        {
            yield return Line(schedule, due);
        }
    }

    private static Firing Line(Schedule schedule, DateTimeOffset due) => new()
    {
        Schedule = schedule.Name,
        Id = FiringId.Of(schedule.Name, due),
        Due = due,
        Status = FiringStatus.Missed,
        StateMachine = schedule.StateMachine,
        Reason = $"Nobody was there within {DuePlan.Grace.TotalSeconds} s of the due time; the misfire policy is {schedule.Misfire}.",
    };
}
