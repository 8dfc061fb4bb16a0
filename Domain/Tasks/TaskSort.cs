namespace TaskOrchestration.Domain.Tasks;

/// <summary>What a list of tasks is sorted by. Tasks that are alike in it are sorted by their ids, in the same direction.</summary>
public enum TaskSort
{
    /// <summary>When they were taken down.</summary>
    Created,

    /// <summary>When they last changed.</summary>
    Updated,

    /// <summary>When they should be done; those without a due time come last in either direction.</summary>
    Due,

    /// <summary>How urgent they are.</summary>
    Priority,
}
