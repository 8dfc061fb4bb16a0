using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>A wish to change a machine. What is null stays as it is.</summary>
public sealed record StateMachineChange
{
    /// <summary>The new definition's text.</summary>
    public string? Definition { get; init; }

    /// <summary>The new role.</summary>
    public string? RoleArn { get; init; }

    /// <inheritdoc cref="StateMachineRecord.LoggingConfiguration"/>
    public Json? LoggingConfiguration { get; init; }

    /// <inheritdoc cref="StateMachineRecord.TracingConfiguration"/>
    public Json? TracingConfiguration { get; init; }

    /// <inheritdoc cref="StateMachineRecord.EncryptionConfiguration"/>
    public Json? EncryptionConfiguration { get; init; }

    /// <summary>Whether what comes of it is to be published: then nothing is changed where there may be no version more.</summary>
    public bool IsPublished { get; init; }
}
