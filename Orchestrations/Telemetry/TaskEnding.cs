namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>How an attempt at a task ends.</summary>
internal enum TaskEnding
{
    /// <summary>With a result.</summary>
    Succeeded,

    /// <summary>With an error.</summary>
    Failed,

    /// <summary>It took too long.</summary>
    TimedOut,
}
