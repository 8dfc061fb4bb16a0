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

    /// <summary>How many status-change events were given up within the rule's window.</summary>
    GivenUpEvents,

    /// <summary>For how many seconds the receiver of status-change events that has failed for longest has taken nothing.</summary>
    FailingReceiver,
}
