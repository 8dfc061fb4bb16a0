namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>How a machine's executions live.</summary>
public enum StateMachineType
{
    /// <summary>Durable, up to a year long, with a history.</summary>
    Standard,

    /// <summary>In memory only, up to five minutes long.</summary>
    Express,
}
