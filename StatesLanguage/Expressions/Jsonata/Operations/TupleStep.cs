using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A step of a path that binds variables, or that follows one which does.</summary>
internal sealed class TupleStep
{
    /// <summary>What is evaluated for each result of the step before; null for an order-by.</summary>
    public Operation? Value { get; init; }

    /// <summary>The order-by.</summary>
    public SortKeys? Sort { get; init; }

    /// <summary>The variable that each result is bound to while the context stays: <c>@$v</c>.</summary>
    public string? Focus { get; init; }

    /// <summary>The variable that the index of each result is bound to: <c>#$i</c>.</summary>
    public string? Index { get; init; }

    /// <summary>The label that the context is bound to for a later <c>%</c>.</summary>
    public string? Ancestor { get; init; }

    /// <summary>What follows: predicates, and variables for the index of what they leave.</summary>
    public required IReadOnlyList<(Filter? Filter, string? Index)> Stages { get; init; }

    /// <summary>The results for those of the step before.</summary>
    public List<TupleOfPath> Of(List<TupleOfPath> contexts, bool isFirst, Frame? frame, Evaluation evaluation, out bool isStream)
    {
        isStream = true;
        List<TupleOfPath> results;
        if (Sort is null)
        {
            results = Each(contexts, frame, evaluation);
        }
        else
        {
            results = Sorted(contexts, frame, evaluation);
            isStream = isFirst || contexts.Count <= 1;
            if (isFirst && Index is not null)
            {
                results = Numbered(results, Index);
            }
        }

        foreach (var (filter, index) in Stages)
        {
            results = filter is not null ? Left(results, filter, isStream, frame, evaluation) : Numbered(results, index!);
        }

        return results;
    }

    /// <summary>The results that a predicate leaves.</summary>
    /// <param name="tuples">The results.</param>
    /// <param name="filter">The predicate.</param>
    /// <param name="isStream">Whether they still carry their bindings; behind an order-by they do not.</param>
    /// <param name="frame">The variables in scope.</param>
    /// <param name="evaluation">The evaluation under way.</param>
    public static List<TupleOfPath> Left(IReadOnlyList<TupleOfPath> tuples, Filter filter, bool isStream, Frame? frame, Evaluation evaluation)
    {
        var left = new List<TupleOfPath>();
        for (var i = 0; i < tuples.Count; i++)
        {
            var times = isStream
                ? filter.Chosen(tuples[i].Value, i, tuples.Count, tuples[i].Frame(frame), evaluation)
                : filter.Chosen(tuples[i].ToObject(), i, tuples.Count, new Frame(frame, []), evaluation);
            for (; times > 0; times--)
            {
                left.Add(tuples[i]);
            }
        }

        return left;
    }

    private static List<TupleOfPath> Numbered(List<TupleOfPath> tuples, string label) => [.. tuples.Select((tuple, i) => tuple.With(label, Json.Of(i)))];

    private List<TupleOfPath> Each(List<TupleOfPath> contexts, Frame? frame, Evaluation evaluation)
    {
        var results = new List<TupleOfPath>(contexts.Count);
        foreach (var context in contexts)
        {
            switch (Value!.Evaluate(context.Value, context.Frame(frame), evaluation))
            {
                case null:
                    break;
                case TupleStream stream:
                    Join(results, context, stream, evaluation);
                    break;
                case JsonArray list:
                    evaluation.BuildItems(list.Count);
                    evaluation.Step(list.Count);
                    for (var i = 0; i < list.Count; i++)
                    {
                        results.Add(Bound(context, list[i], i));
                    }

                    break;
                case var value:
                    results.Add(Bound(context, value, 0));
                    break;
            }
        }

        return results;
    }

    private TupleOfPath Bound(TupleOfPath context, Json value, int index)
    {
        var bindings = context.Bindings;
        if (Focus is not null)
        {
            bindings = new Binding(Focus, value, bindings);
        }

        if (Index is not null)
        {
            bindings = new Binding(Index, Json.Of(index), bindings);
        }

        if (Ancestor is not null)
        {
            bindings = new Binding(Ancestor, context.Value, bindings);
        }

        return new TupleOfPath(Focus is null ? value : context.Value, bindings);
    }

    private static void Join(List<TupleOfPath> results, TupleOfPath context, TupleStream stream, Evaluation evaluation)
    {
        evaluation.Step(stream.Tuples.Count);
        foreach (var tuple in stream.Tuples)
        {
            var bindings = context.Bindings;
            foreach (var binding in tuple.Visible().Reverse())
            {
                bindings = binding with { Earlier = bindings };
            }

            results.Add(new TupleOfPath(tuple.Value, bindings));
        }
    }

    private List<TupleOfPath> Sorted(List<TupleOfPath> contexts, Frame? frame, Evaluation evaluation) => contexts.Count <= 1
        ? contexts
        : [.. Sort!.Order(contexts.Count, i => (contexts[i].Value, contexts[i].Frame(frame)), evaluation).Select(i => contexts[i])];
}
