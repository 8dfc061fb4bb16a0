using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>A wish to create a machine.</summary>
public sealed record StateMachineDraft
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>How its executions are to live.</summary>
    public StateMachineType Type { get; init; }

    /// <summary>The text of the definition.</summary>
    public required string Definition { get; init; }

    /// <summary>The role its executions are to run as.</summary>
    public required string RoleArn { get; init; }

    /// <inheritdoc cref="StateMachineRecord.LoggingConfiguration"/>
    public Json? LoggingConfiguration { get; init; }

    /// <inheritdoc cref="StateMachineRecord.TracingConfiguration"/>
    public Json? TracingConfiguration { get; init; }

    /// <inheritdoc cref="StateMachineRecord.EncryptionConfiguration"/>
    public Json? EncryptionConfiguration { get; init; }
}
