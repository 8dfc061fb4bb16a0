using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>What people may change about a task whatever its status. Null leaves a thing as it is.</summary>
public sealed record TaskEdit
{
    /// <summary>What people call it.</summary>
    public string? Title { get; init; }

    /// <summary>Whose it is.</summary>
    public string? Owner { get; init; }

    /// <summary>How urgent it is.</summary>
    public TaskPriority? Priority { get; init; }

    /// <summary>When it should be done.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Whether it is to be due at no time any more.</summary>
    public bool ClearsDue { get; init; }
}
