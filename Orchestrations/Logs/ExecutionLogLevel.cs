namespace TaskOrchestration.Orchestrations.Logs;

/// <summary>Which events of its executions a machine logs.</summary>
public enum ExecutionLogLevel
{
    /// <summary>None.</summary>
    Off,

    /// <summary>Those with which an execution ends badly.</summary>
    Fatal,

    /// <summary>Those that tell of something that went wrong.</summary>
    Error,

    /// <summary>All.</summary>
    All,
}
