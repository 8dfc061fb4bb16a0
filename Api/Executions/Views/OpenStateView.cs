using System.ComponentModel;
using TaskOrchestration.StatesLanguage.Observing;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>A state that the execution is in.</summary>
[DisplayName("OpenState")]
internal sealed record OpenStateView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>The branches and iterations it lies in, the outermost first.</summary>
    public required IReadOnlyList<PlaceView> Path { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The event by which it was entered.</summary>
    public required long EventId { get; init; }

    /// <summary>Its input, as JSON text.</summary>
    public required string Input { get; init; }

    /// <summary>What happens in it.</summary>
    public required StateActivity Status { get; init; }

    /// <summary>How many attempts went before.</summary>
    public required int RetryCount { get; init; }

    public static OpenStateView Of(OpenState state) => new()
    {
        Name = state.State.Name,
        Type = state.State.Type,
        Path = PlaceView.Of(state.Path),
        Since = state.Since,
        EventId = state.EnteredEvent,
        Input = state.Input.ToString(),
        Status = state.Activity,
        RetryCount = state.RetryCount,
    };
}
