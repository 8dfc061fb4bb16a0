using System.ComponentModel;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>An execution as a list shows it.</summary>
[DisplayName("ExecutionSummary")]
internal sealed record ExecutionSummaryView
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

    /// <summary>Where it stands.</summary>
    public required WireStatus Status { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartDate { get; init; }

    /// <summary>When it ended; missing while it runs.</summary>
    public DateTimeOffset? StopDate { get; init; }

    /// <summary>How often it has been redriven.</summary>
    public required int RedriveCount { get; init; }

    /// <summary>When it was last redriven.</summary>
    public DateTimeOffset? RedriveDate { get; init; }

    /// <summary>The Map Run it is a child of.</summary>
    public string? MapRunArn { get; init; }

    /// <summary>How many items it has, as a child of a Map Run.</summary>
    public int? ItemCount { get; init; }

    /// <summary>The task it carries out.</summary>
    public string? TaskId { get; init; }

    public static ExecutionSummaryView Of(ExecutionSummary execution) => new()
    {
        ExecutionArn = execution.ExecutionArn,
        Name = execution.Name,
        StateMachineArn = execution.StateMachineArn,
        StateMachineVersionArn = execution.StateMachineVersionArn,
        StateMachineAliasArn = execution.StateMachineAliasArn,
        Status = WireStatuses.Of(execution.Status),
        StartDate = execution.StartDate,
        StopDate = execution.StopDate,
        RedriveCount = execution.RedriveCount,
        RedriveDate = execution.RedriveDate,
        MapRunArn = execution.MapRunArn,
        ItemCount = execution.ItemCount,
        TaskId = TaskExecutions.TaskIdOf(execution.ExecutionArn),
    };
}
