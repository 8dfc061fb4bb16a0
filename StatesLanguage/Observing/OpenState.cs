using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Observing;

/// <summary>A state that an execution is in.</summary>
public sealed record OpenState
{
    /// <summary>The state.</summary>
    public required State State { get; init; }

    /// <summary>The branches and iterations it lies in, the outermost first.</summary>
    public required ValueList<StatePlace> Path { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The event by which it was entered.</summary>
    public required long EnteredEvent { get; init; }

    /// <summary>Its input, before InputPath.</summary>
    public required Json Input { get; init; }

    /// <summary>What happens in it.</summary>
    public required StateActivity Activity { get; init; }

    /// <summary>How many attempts at its work went before.</summary>
    public required int RetryCount { get; init; }
}
