using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Tasks;

/// <summary>Which tasks, and in which order. What is not said does not restrict.</summary>
public sealed record TaskQuery
{
    /// <summary>Only this owner's.</summary>
    public string? Owner { get; init; }

    /// <summary>Only those with one of these statuses; empty for any.</summary>
    public ValueList<TrackedStatus> Statuses { get; init; } = [];

    /// <summary>Only those of one of these kinds; empty for any.</summary>
    public ValueList<TaskKind> Kinds { get; init; } = [];

    /// <summary>Only those taken down at this moment or later.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Only those taken down before this moment.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Only those whose id, title, owner or subject contains this text; case does not matter.</summary>
    public string? Text { get; init; }

    /// <summary>What they are sorted by.</summary>
    public TaskSort Sort { get; init; } = TaskSort.Created;

    /// <summary>Whether the largest comes first.</summary>
    public bool IsDescending { get; init; } = true;

    /// <summary>Whether a task is one that this asks for.</summary>
    public bool Asks(TrackedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return (Owner is null || task.Owner == Owner)
            && (Statuses.Count == 0 || Statuses.Contains(task.Status))
            && (Kinds.Count == 0 || Kinds.Contains(task.Kind))
            && (CreatedFrom is null || task.CreatedAt >= CreatedFrom)
            && (CreatedTo is null || task.CreatedAt < CreatedTo)
            && (string.IsNullOrEmpty(Text) || TaskText.Matches(task, Text));
    }
}
