using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>A state that runs one graph once for each item of a list and yields the list of the outputs.</summary>
/// <remarks><see cref="WorkState.Arguments"/> holds the old <c>Parameters</c> field, which is another spelling of <see cref="ItemSelector"/>; the parser sets the latter.</remarks>
/// <seealso href="https://states-language.net/spec.html#map-state">Map State in the specification</seealso>
public sealed record MapState : WorkState
{
    /// <inheritdoc/>
    public override string Type => "Map";

    /// <summary>The items (<c>ItemsPath</c>, or <c>Items</c> in JSONata), or null for the effective input itself.</summary>
    public Expression? Items { get; init; }

    /// <summary>What each iteration gets as input, or null for the item itself.</summary>
    public Expression? ItemSelector { get; init; }

    /// <summary>The graph that runs for each item.</summary>
    public required StateGraph ItemProcessor { get; init; }

    /// <summary>How many iterations may run at once, or null (like 0) for no limit.</summary>
    public Expression? MaxConcurrency { get; init; }

    /// <summary>How many iterations may fail without failing the Map, or null for none.</summary>
    public Expression? ToleratedFailureCount { get; init; }

    /// <summary>Which share of the iterations, from 0 to 100, may fail without failing the Map, or null for none.</summary>
    public Expression? ToleratedFailurePercentage { get; init; }

    /// <summary>What a DISTRIBUTED Map has beyond this, or null for an INLINE one.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>Which words the author used for the graph and the selector, so that a definition prints as it was written.</summary>
    public bool UsesIterator { get; init; }

    /// <inheritdoc cref="UsesIterator"/>
    public bool UsesParameters { get; init; }
}
