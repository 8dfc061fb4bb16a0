namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>How much of courses is kept in memory.</summary>
public sealed record CourseLimits
{
    /// <summary>After so many facts the execution's state is kept, to go on from.</summary>
    public int FactsPerStretch { get; init; } = 128;

    /// <summary>The same after so many events, which may be one fact's.</summary>
    public int EventsPerStretch { get; init; } = 1_000;

    /// <summary>The same after so many bytes of events.</summary>
    public long BytesPerStretch { get; init; } = 2 * 1024 * 1024;

    /// <summary>How many bytes of events are kept of all courses together; what has to give way is derived again when somebody asks for it.</summary>
    public long BytesKept { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many courses are kept that nobody watches.</summary>
    public int CoursesKept { get; init; } = 16;
}
