namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>Reads the events of an execution, on and on. For one who reads; disposed of when they have done.</summary>
public sealed class CourseReader : IDisposable
{
    private readonly Course course;
    private readonly CourseBell bell;
    private bool isDisposed;
    private int? rewinds;
    private long seen;

    internal CourseReader(Course course, CourseBell bell, long after)
    {
        this.course = course;
        this.bell = bell;
        Position = after;
        bell.Enter();
    }

    /// <summary>The id of the last event that was read.</summary>
    public long Position { get; private set; }

    /// <summary>The next events, or none if there are no more by now; <see cref="CourseRead.Standing"/> then says where the execution stands.</summary>
    /// <exception cref="ExecutionPurgedException">The execution has been purged.</exception>
    public async Task<CourseRead> ReadAsync(int limit, CancellationToken cancellationToken = default)
    {
        seen = bell.Rings;
        var read = await course.ReadAsync(Position, rewinds, limit, cancellationToken);
        rewinds = read.Rewinds;
        Position = read.RewoundTo ?? (read.Events.Count > 0 ? read.Events[^1].Id : Position);
        return read;
    }

    /// <summary>Completes when there may be more than at the last reading.</summary>
    public Task MoreAsync(CancellationToken cancellationToken = default) => bell.WaitAsync(seen, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            bell.Leave();
        }
    }
}
