using System.ComponentModel;
using TaskOrchestration.StatesLanguage.Observing;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>How data went through a state, from its entering to its leaving; of several attempts the last.</summary>
[DisplayName("DataFlow")]
internal sealed record DataFlowView
{
    /// <summary>The event by which the state was entered.</summary>
    public required long EventId { get; init; }

    /// <summary>The event by which it was left.</summary>
    public long? ExitEventId { get; init; }

    /// <summary>The state.</summary>
    public required string Name { get; init; }

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>The branches and iterations it lies in, the outermost first.</summary>
    public required IReadOnlyList<PlaceView> Path { get; init; }

    /// <summary>What became of it.</summary>
    public required WireVisitStatus Status { get; init; }

    /// <summary>The data at the points it came past.</summary>
    public required InspectionView InspectionData { get; init; }

    /// <summary>What it handed on, as JSON text.</summary>
    public string? Output { get; init; }

    /// <summary>The variables it assigned, each as JSON text.</summary>
    public IReadOnlyDictionary<string, string>? AssignedVariables { get; init; }

    /// <summary>The failure's error, even if it was caught.</summary>
    public string? Error { get; init; }

    /// <summary>The failure's cause, even if it was caught.</summary>
    public string? Cause { get; init; }

    public static DataFlowView Of(StateVisit visit) => new()
    {
        EventId = visit.EnteredEvent,
        ExitEventId = visit.ExitedEvent,
        Name = visit.State.Name,
        Type = visit.State.Type,
        Path = PlaceView.Of(visit.Path),
        Status = WireStatuses.Of(visit.Status),
        InspectionData = InspectionView.Of(visit),
        Output = visit.Output?.ToString(),
        AssignedVariables = visit.Assigned is null ? null : ExecutionTexts.Of(visit.Assigned),
        Error = visit.Failure?.Error,
        Cause = visit.Failure?.Cause,
    };
}
