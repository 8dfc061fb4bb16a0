namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>The courses of executions: the last few that somebody looked at, and all that somebody watches.</summary>
public sealed class ExecutionCourses(IFactSource source, CourseLimits limits)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Course> known = [];
    private readonly CourseMemory memory = new(limits.BytesKept);

    /// <summary>The course of an execution with all that is known by now, or null if there is no such execution.</summary>
    public async ValueTask<Course?> FindAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        if (await source.FindAsync(executionArn, cancellationToken) is not { } log)
        {
            return null;
        }

        var course = Of(log);
        await course.RefreshAsync(log, cancellationToken);
        return course;
    }

    private Course Of(IFactLog log)
    {
        lock (gate)
        {
            var node = known.First;
            while (node is not null && node.Value.Identity != log.Identity)
            {
                node = node.Next;
            }

            if (node is null)
            {
                known.AddFirst(new Course(log, limits, memory));
                Forget();
            }
            else
            {
                known.Remove(node);
                known.AddFirst(node);
            }

            return known.First!.Value;
        }
    }

    private void Forget()
    {
        var unwatched = 0;
        for (var node = known.First; node is not null; )
        {
            var next = node.Next;
            if (!node.Value.IsWatched && ++unwatched > limits.CoursesKept)
            {
                known.Remove(node);
            }

            node = next;
        }
    }
}
