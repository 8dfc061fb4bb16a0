using System.Diagnostics;

namespace TaskOrchestration.Domain.Tasks;

/// <summary>Where a task stands in a list: by what it is sorted, then by its id, both in the direction of the list.</summary>
/// <param name="Key">What it is sorted by: ticks of UTC, or the number of its priority; null for a task without a due time, which comes last.</param>
/// <param name="TaskId">Its id.</param>
public readonly record struct TaskPosition(long? Key, string TaskId)
{
    /// <summary>Where a task stands in a list that is sorted so.</summary>
    public static TaskPosition Of(TrackedTask task, TaskSort sort)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new TaskPosition(KeyOf(task, sort), task.TaskId);
    }

    /// <summary>Whether this comes before (negative) or after (positive) another place.</summary>
    public int CompareTo(TaskPosition other, bool isDescending)
    {
        if (Key is null != other.Key is null)
        {
            return Key is null ? 1 : -1;
        }

        var byKey = Nullable.Compare(Key, other.Key);
        var ascending = byKey != 0 ? byKey : string.CompareOrdinal(TaskId, other.TaskId);
        return isDescending ? -ascending : ascending;
    }

    private static long? KeyOf(TrackedTask task, TaskSort sort) => sort switch
    {
        TaskSort.Created => task.CreatedAt.UtcTicks,
        TaskSort.Updated => task.UpdatedAt.UtcTicks,
        TaskSort.Due => task.Due?.UtcTicks,
        TaskSort.Priority => (long)task.Priority,
        _ => throw new UnreachableException($"Tasks are not sorted by {sort}."),
    };
}
