namespace TaskOrchestration.StatesLanguage.States;

/// <summary>A state that pauses the execution, then hands its input on unchanged.</summary>
/// <seealso href="https://states-language.net/spec.html#wait-state">Wait State in the specification</seealso>
public sealed record WaitState : State
{
    /// <inheritdoc/>
    public override string Type => "Wait";

    /// <summary>How long to pause.</summary>
    public required Delay Delay { get; init; }

    /// <summary>Where the execution goes when the pause is over.</summary>
    public required Transition Transition { get; init; }
}
