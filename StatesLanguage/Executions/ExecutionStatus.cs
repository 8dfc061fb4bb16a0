namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>Where an execution stands.</summary>
public enum ExecutionStatus
{
    /// <summary>It has neither ended nor been stopped.</summary>
    Running,

    /// <summary>It has reached the end of its machine.</summary>
    Succeeded,

    /// <summary>A failure was not caught.</summary>
    Failed,

    /// <summary>Its time ran out.</summary>
    TimedOut,

    /// <summary>Someone stopped it.</summary>
    Aborted,
}
