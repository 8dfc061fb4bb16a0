namespace TaskOrchestration.StatesLanguage.States;

/// <summary>A state that runs several graphs at once on the same input and yields the list of their outputs.</summary>
/// <seealso href="https://states-language.net/spec.html#parallel-state">Parallel State in the specification</seealso>
public sealed record ParallelState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Parallel";

    /// <summary>The graphs, in the order of their outputs.</summary>
    public required ValueList<StateGraph> Branches { get; init; }
}
