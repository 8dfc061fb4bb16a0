using System.ComponentModel;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>An execution, with its machine as it was when the execution began.</summary>
/// <remarks>Data is JSON text inside a text, as on the wire, so that numbers keep their spelling in clients that have none such.</remarks>
[DisplayName("Execution")]
internal sealed record ExecutionView
{
    /// <summary>The execution.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its machine.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary>The version it was started by, or by way of an alias.</summary>
    public string? StateMachineVersionArn { get; init; }

    /// <summary>The alias it was started by.</summary>
    public string? StateMachineAliasArn { get; init; }

    /// <summary>The name of its machine.</summary>
    public required string StateMachineName { get; init; }

    /// <summary>How executions of its machine live.</summary>
    public required string Type { get; init; }

    /// <summary>The role it runs as.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The text of the definition it runs.</summary>
    public required string Definition { get; init; }

    /// <summary>Where it stands.</summary>
    public required WireStatus Status { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>When it ended; missing while it runs.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>The input, as JSON text.</summary>
    public required string Input { get; init; }

    /// <summary>The output, as JSON text, once it has succeeded.</summary>
    public string? Output { get; init; }

    /// <summary>The error it ended with.</summary>
    public string? Error { get; init; }

    /// <summary>The cause it ended with.</summary>
    public string? Cause { get; init; }

    /// <summary>How often it has been redriven.</summary>
    public required int RedriveCount { get; init; }

    /// <summary>When it was last redriven.</summary>
    public DateTimeOffset? RedriveDate { get; init; }

    /// <summary>Whether it can be redriven now.</summary>
    public required WireRedriveStatus RedriveStatus { get; init; }

    /// <summary>Why it cannot.</summary>
    public string? RedriveStatusReason { get; init; }

    /// <summary>The Map Run it is a child of.</summary>
    public string? MapRunArn { get; init; }

    /// <summary>How many items it has, as a child of a Map Run.</summary>
    public int? ItemCount { get; init; }

    /// <summary>The execution that has started it.</summary>
    public ParentView? Parent { get; init; }

    /// <summary>The task it carries out.</summary>
    public string? TaskId { get; init; }

    /// <summary>How many states it has entered.</summary>
    public required long StateTransitions { get; init; }

    /// <summary>How many events its history has.</summary>
    public required long EventCount { get; init; }

    /// <summary>How many facts its journal has.</summary>
    public required int FactCount { get; init; }

    /// <summary>The executions it has started, the first thousand.</summary>
    public required IReadOnlyList<NestedView> Nested { get; init; }

    /// <summary>Its Map Runs, the first thousand.</summary>
    public required IReadOnlyList<MapRunLink> MapRuns { get; init; }
}
