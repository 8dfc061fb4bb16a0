namespace TaskOrchestration.Domain.Tasks;

/// <summary>How urgent a task is to the people who look after it, least urgent first. Workflows run at once whatever it says.</summary>
public enum TaskPriority
{
    /// <summary>Can wait.</summary>
    Low,

    /// <summary>As usual.</summary>
    Normal,

    /// <summary>Before the usual.</summary>
    High,

    /// <summary>Before all else.</summary>
    Urgent,
}
