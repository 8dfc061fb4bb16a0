using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Tasks;

/// <summary>A part of a list of tasks.</summary>
/// <param name="Tasks">The tasks.</param>
/// <param name="Next">The cursor that asks for what follows, or null at the end. Opaque, and good for the same query only.</param>
public sealed record TaskPage(ValueList<TrackedTask> Tasks, string? Next)
{
    /// <summary>The page that begins with the first of these tasks.</summary>
    /// <param name="found">What the query asks for from there on, in order: one more than the limit when there is more.</param>
    /// <param name="limit">The most tasks on the page.</param>
    /// <param name="query">The query.</param>
    public static TaskPage Of(IReadOnlyList<TrackedTask> found, int limit, TaskQuery query)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(query);
        return found.Count <= limit
            ? new TaskPage([.. found], null)
            : new TaskPage([.. found.Take(limit)], TaskCursor.After(TaskPosition.Of(found[limit - 1], query.Sort), query));
    }
}
