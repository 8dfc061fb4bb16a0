using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>A stored machine at one revision of its definition.</summary>
public sealed record StateMachineRecord
{
    /// <summary>The ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The name, unique among the machines of one account and region.</summary>
    public required string Name { get; init; }

    /// <summary>How its executions live.</summary>
    public required StateMachineType Type { get; init; }

    /// <summary>The text of the definition, exactly as it was given.</summary>
    public required string Definition { get; init; }

    /// <summary>The role its executions run as.</summary>
    public required string RoleArn { get; init; }

    /// <summary>When the machine was created.</summary>
    public required DateTimeOffset CreationDate { get; init; }

    /// <summary>When this revision became the current one.</summary>
    public required DateTimeOffset UpdateDate { get; init; }

    /// <summary>The revision as AWS shows it: null until the first update.</summary>
    public string? RevisionId { get; init; }

    /// <summary>The revision's number in its store, unique among all machines; 0 until it is stored. Executions keep it.</summary>
    public long Revision { get; init; }

    /// <summary>Whether it takes new executions.</summary>
    public StateMachineStatus Status { get; init; }

    /// <summary>The number of the version that was asked for; null where the machine itself was. No store keeps it here.</summary>
    public int? Version { get; init; }

    /// <summary>The name of the alias by which the version was found; null where none was named. No store keeps it here.</summary>
    public string? Alias { get; init; }

    /// <summary>What is said about <see cref="Version"/>, or null. No store keeps it here.</summary>
    public string? Description { get; init; }

    /// <summary>The logging configuration as it was given.</summary>
    public Json? LoggingConfiguration { get; init; }

    /// <summary>The tracing configuration as it was given.</summary>
    public Json? TracingConfiguration { get; init; }

    /// <summary>The encryption configuration as it was given.</summary>
    public Json? EncryptionConfiguration { get; init; }
}
