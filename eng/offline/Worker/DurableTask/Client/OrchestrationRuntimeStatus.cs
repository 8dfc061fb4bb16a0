namespace Microsoft.DurableTask.Client;

/// <summary>Where an orchestration stands.</summary>
public enum OrchestrationRuntimeStatus
{
    Running,
    Completed,
    [Obsolete("This status is not seen from outside.")]
    ContinuedAsNew,
    Failed,
    [Obsolete("This status is not in use.")]
    Canceled,
    Terminated,
    Pending,
    Suspended,
}
