namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>Whether a machine takes new executions.</summary>
public enum StateMachineStatus
{
    /// <summary>It does.</summary>
    Active,

    /// <summary>It has been deleted and is there only for what still runs.</summary>
    Deleting,
}
