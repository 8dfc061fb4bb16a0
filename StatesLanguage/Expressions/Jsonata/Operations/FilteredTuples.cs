using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>Predicates behind a block in which a <c>%</c> finds its step: each result has the bindings of its own.</summary>
internal sealed class FilteredTuples(Operation value, IReadOnlyList<Filter> filters) : Operation
{
    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var result = value.Evaluate(input, frame, evaluation);
        foreach (var filter in filters)
        {
            result = result is TupleStream stream
                ? new TupleStream(TupleStep.Left(stream.Tuples, filter, isStream: true, frame, evaluation))
                : filter.Of(result, new Frame(frame, []), evaluation);
        }

        evaluation.Leave();
        return Sequences.Settled(result, keepsArray: false);
    }
}
