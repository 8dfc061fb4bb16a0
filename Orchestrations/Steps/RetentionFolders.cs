namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>The folders of blobs that are purged.</summary>
public static class RetentionFolders
{
    /// <summary>What belongs to tasks; a folder for each.</summary>
    public const string Tasks = "tasks";

    /// <summary>Exports.</summary>
    public const string Exports = "exports";

    /// <summary>Reports of settlements.</summary>
    public const string Reports = "reports";

    /// <summary>Logs of executions.</summary>
    public const string Logs = "logs";
}
