namespace TaskOrchestration.StatesLanguage.History;

/// <summary>How far an attempt at a task has come.</summary>
public enum TaskPhase
{
    /// <summary>It is to be done.</summary>
    Scheduled,

    /// <summary>It is being done.</summary>
    Started,

    /// <summary>It has ended with a result.</summary>
    Succeeded,

    /// <summary>It has ended with an error.</summary>
    Failed,

    /// <summary>It took too long, or gave no sign of life for too long.</summary>
    TimedOut,
}
