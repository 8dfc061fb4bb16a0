using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>The results of a path within a path, handed over with their bindings, because a later <c>%</c> asks for one of them.</summary>
internal sealed class TupleStream(IReadOnlyList<TupleOfPath> tuples) : Opaque
{
    /// <summary>The results.</summary>
    public IReadOnlyList<TupleOfPath> Tuples { get; } = tuples;
}
