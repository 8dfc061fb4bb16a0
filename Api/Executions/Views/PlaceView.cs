using System.ComponentModel;
using TaskOrchestration.StatesLanguage.Observing;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>A branch or an iteration, on the way from the machine to a state.</summary>
[DisplayName("Place")]
internal sealed record PlaceView
{
    /// <summary>The Parallel or Map.</summary>
    public required string State { get; init; }

    /// <summary>The number of the branch or iteration, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Which of the two.</summary>
    public required PlaceKind Kind { get; init; }

    public static IReadOnlyList<PlaceView> Of(IEnumerable<StatePlace> path) =>
        [.. path.Select(place => new PlaceView { State = place.StateName, Index = place.Index, Kind = place.IsIteration ? PlaceKind.Iteration : PlaceKind.Branch })];
}
