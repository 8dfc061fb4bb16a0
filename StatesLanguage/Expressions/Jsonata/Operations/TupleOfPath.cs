using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>One result of a step of a path that binds variables, with what was bound on the way to it.</summary>
internal sealed class TupleOfPath(Json? value, Binding? bindings)
{
    /// <summary>The result, which is the context of the next step.</summary>
    public Json? Value { get; } = value;

    /// <summary>What was bound on the way, the latest first.</summary>
    public Binding? Bindings { get; } = bindings;

    /// <summary>All as one: values and bindings each appended to those before.</summary>
    public static TupleOfPath Merged(IReadOnlyList<TupleOfPath> tuples, Evaluation evaluation)
    {
        if (tuples.Count == 1)
        {
            return tuples[0];
        }

        var value = new ListBuilder(evaluation);
        var labels = new Dictionary<string, ListBuilder>(StringComparer.Ordinal);
        foreach (var tuple in tuples)
        {
            Sequences.AddTo(value, tuple.Value);
            foreach (var binding in tuple.Visible())
            {
                if (!labels.TryGetValue(binding.Label, out var builder))
                {
                    labels.Add(binding.Label, builder = new ListBuilder(evaluation));
                }

                Sequences.AddTo(builder, binding.Value);
            }
        }

        Binding? merged = null;
        foreach (var (label, builder) in labels)
        {
            merged = new Binding(label, builder.ToArray(), merged);
        }

        return new TupleOfPath(value.ToArray(), merged);
    }

    /// <summary>The variables for whatever is evaluated for this result.</summary>
    public Frame Frame(Frame? outer) => new(outer, [], Bindings);

    /// <summary>The same with one more binding.</summary>
    public TupleOfPath With(string label, Json? bound) => new(Value, new Binding(label, bound, Bindings));

    /// <summary>The bindings that no later one hides.</summary>
    public IEnumerable<Binding> Visible()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var binding = Bindings; binding is not null; binding = binding.Earlier)
        {
            if (seen.Add(binding.Label))
            {
                yield return binding;
            }
        }
    }

    /// <summary>This as an object, as which the reference implementation shows it to predicates and groupings behind an order-by.</summary>
    public Json ToObject()
    {
        var members = new JsonObjectBuilder().SetIfPresent("@", Value);
        foreach (var binding in Visible().Reverse())
        {
            members.SetIfPresent(binding.Label, binding.Value);
        }

        return members.Build();
    }
}
