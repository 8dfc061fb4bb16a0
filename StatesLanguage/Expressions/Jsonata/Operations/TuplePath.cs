using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A path of which a step binds a variable, or is asked for by a later <c>%</c>.</summary>
/// <param name="before">The steps before the first such step, null if it is the first.</param>
/// <param name="steps">The steps from that one on.</param>
/// <param name="groups">The grouping that follows.</param>
/// <param name="keepsArray">Whether a lone result stays a list.</param>
/// <param name="isStream">Whether the path is itself within one that asks for its bindings.</param>
internal sealed class TuplePath(PathWalk before, IReadOnlyList<TupleStep> steps, Groups? groups, bool keepsArray, bool isStream) : Operation
{
    /// <summary>Whether the first step is a list written out that a variable is bound for: then there is no stopping where it is empty.</summary>
    public bool StartsWithBoundList { get; init; }

    /// <inheritdoc/>
    public override Json? Evaluate(Json? input, Frame? frame, Evaluation evaluation)
    {
        evaluation.Enter();
        var start = before.Walk(input, frame, evaluation);
        var result = !start.IsEmpty || StartsWithBoundList ? Results(start, frame, evaluation)
            : groups is not null ? groups.Of((Json?)null, new Frame(frame, []), evaluation)
            : start.Settled(keepsArray, keepsArray);
        evaluation.Leave();
        return result;
    }

    private Json? Results(Results start, Frame? frame, Evaluation evaluation)
    {
        var tuples = new List<TupleOfPath>(start.Count);
        for (var i = 0; i < start.Count; i++)
        {
            tuples.Add(new TupleOfPath(start[i], bindings: null));
        }

        var areStream = true;
        for (var i = 0; i < steps.Count; i++)
        {
            evaluation.Step(tuples.Count);
            tuples = steps[i].Of(tuples, isFirst: i == 0, frame, evaluation, out areStream);
        }

        if (groups is not null)
        {
            return areStream
                ? groups.Of(tuples, frame, evaluation)
                : groups.Of(JsonArray.Owning([.. tuples.Select(tuple => tuple.ToObject())]), new Frame(frame, []), evaluation);
        }

        return isStream && areStream ? new TupleStream(tuples) : Values(tuples, evaluation);
    }

    private Json? Values(List<TupleOfPath> tuples, Evaluation evaluation)
    {
        var values = new ListBuilder(evaluation);
        foreach (var tuple in tuples)
        {
            values.Add(isStream ? tuple.ToObject() : tuple.Value);
        }

        return Sequences.Settled(values.ToSequence(), keepsArray);
    }
}
