namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>What a rule looks at.</summary>
public enum AlertSignal
{
    /// <summary>How many executions failed or took too long within the rule's window.</summary>
    FailedExecutions,

    /// <summary>For how many seconds the task that waits longest for a decision has waited.</summary>
    OldestWaitingTask,

    /// <summary>How many calls were turned down for their rate within the rule's window.</summary>
    ThrottledCalls,
}
