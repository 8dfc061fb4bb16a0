namespace TaskOrchestration.Domain.Access;

/// <summary>What a caller may do beyond seeing and changing what they own.</summary>
[Flags]
public enum Roles
{
    /// <summary>Nothing beyond.</summary>
    None = 0,

    /// <summary>Read: machines, executions that belong to nobody else's task, schedules, alerts.</summary>
    Viewer = 1,

    /// <summary>Start, stop, redrive, approve, and see and change everybody's tasks.</summary>
    Operator = 2,

    /// <summary>Bring the results of tasks, by their task tokens.</summary>
    Worker = 4,

    /// <summary>Change definitions and schedules.</summary>
    Author = 8,

    /// <summary>Everything, keys and the audit journal included.</summary>
    Admin = 16,
}
