namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>Where a Map Run stands.</summary>
public enum MapRunStatus
{
    /// <summary>It has not ended.</summary>
    Running,

    /// <summary>It yielded a result.</summary>
    Succeeded,

    /// <summary>Too much of it failed, or its items or results could not be read or written.</summary>
    Failed,

    /// <summary>Its execution no longer waits for it.</summary>
    Aborted,
}
