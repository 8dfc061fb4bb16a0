namespace TaskOrchestration.Domain.Tasks;

/// <summary>How a task stands.</summary>
public enum TrackedStatus
{
    /// <summary>Taken down; its workflow has not begun.</summary>
    Pending,

    /// <summary>Its workflow is at work.</summary>
    Running,

    /// <summary>Its workflow waits for somebody's decision.</summary>
    Waiting,

    /// <summary>Its workflow reached its end.</summary>
    Succeeded,

    /// <summary>Its workflow failed; it may be tried again.</summary>
    Failed,

    /// <summary>Somebody called it off; it may be tried again.</summary>
    Cancelled,
}
