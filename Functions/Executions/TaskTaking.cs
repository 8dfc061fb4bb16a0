namespace TaskOrchestration.Functions.Executions;

/// <summary>What came of the wish to take up a task.</summary>
public enum TaskTaking
{
    /// <summary>It is the asker's.</summary>
    Taken,

    /// <summary>Somebody else has taken it, and it is not known yet whether it has reached a worker.</summary>
    TakenByAnother,

    /// <summary>A worker has it, or nobody waits for it any more.</summary>
    NotToBeHad,
}
