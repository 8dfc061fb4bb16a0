using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>An execution as a list shows it.</summary>
public sealed record ExecutionSummary
{
    /// <summary>The ARN of the execution.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>The ARN of its machine.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>The number of the version it was started by, or by way of an alias; or null.</summary>
    public int? Version { get; init; }

    /// <summary>The name of the alias it was started by, or null.</summary>
    public string? Alias { get; init; }

    /// <summary>The ARN of the version, or null.</summary>
    public string? StateMachineVersionArn => Version is { } number ? QualifiedArn.OfVersion(StateMachineArn, number) : null;

    /// <summary>The ARN of the alias, or null.</summary>
    public string? StateMachineAliasArn => Alias is null ? null : QualifiedArn.OfAlias(StateMachineArn, Alias);

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands.</summary>
    public required ExecutionStatus Status { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>When it ended, or null while it runs.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>How often it has been redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>When it was last redriven, or null if it never was.</summary>
    public DateTimeOffset? RedriveDate { get; init; }

    /// <summary>The Map Run it is a child of, or null if it is none.</summary>
    public string? MapRunArn { get; init; }

    /// <summary>How many items it has, where it is the child of a Map Run.</summary>
    public int? ItemCount { get; init; }
}
