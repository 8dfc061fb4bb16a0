using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>What a reader of a course got.</summary>
public sealed record CourseRead
{
    /// <summary>How often facts have turned out never to have happened.</summary>
    internal int Rewinds { get; init; }

    /// <summary>Events with greater ids than this, which were read before, never happened; null if all is well.</summary>
    public long? RewoundTo { get; init; }

    /// <summary>The next events.</summary>
    public IReadOnlyList<HistoryEvent> Events { get; init; } = [];

    /// <summary>The fact that the last of them follows from.</summary>
    public int Fact { get; init; }

    /// <summary>Where the execution stands, once all events were read that there are by now; else null.</summary>
    public CourseStanding? Standing { get; init; }
}
