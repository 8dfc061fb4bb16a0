using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>A grouping, which an object is too: the items that have the same key, and for each key the value of them all.</summary>
internal sealed class Groups(IReadOnlyList<Operation> keys, IReadOnlyList<Operation> values, int position)
{
    private readonly Operation[] keys = [.. keys];
    private readonly Operation[] values = [.. values];
    private readonly string[]? fixedNames = Fixed(keys);

    /// <summary>The object for these items.</summary>
    public Json? Of(Json? items, Frame? frame, Evaluation evaluation) => items switch
    {
        JsonArray { Count: 0 } => OfLone(null, frame, evaluation),
        JsonArray { Count: 1 } list => OfLone(list[0], frame, evaluation),
        JsonArray list => OfMany(list, frame, evaluation),
        _ => OfLone(items, frame, evaluation),
    };

    /// <summary>The object for the results of a path that binds variables.</summary>
    public Json? Of(IReadOnlyList<TupleOfPath> tuples, Frame? frame, Evaluation evaluation)
    {
        if (tuples.Count == 0)
        {
            throw new JsonataFailure(null) { Text = "There is nothing to group by the variables that the steps before bind", Position = position };
        }

        var groups = new Dictionary<string, (int Member, List<TupleOfPath> Tuples)>(StringComparer.Ordinal);
        foreach (var tuple in tuples)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                if (Key(keys[i].Evaluate(tuple.Value, tuple.Frame(frame), evaluation)) is { } key)
                {
                    if (!groups.TryGetValue(key, out var group))
                    {
                        groups.Add(key, group = (i, []));
                    }

                    Once(key, group.Member, i);
                    group.Tuples.Add(tuple);
                }
            }
        }

        var result = new JsonObjectBuilder(groups.Count);
        var taken = new HashSet<TupleOfPath>(ReferenceEqualityComparer.Instance);
        foreach (var (key, (member, group)) in groups)
        {
            // The reference implementation takes the context out of a result that is alone in its group, so that for a further key there is none.
            var whole = TupleOfPath.Merged(group, evaluation);
            var context = group.Count > 1 || taken.Add(whole) ? whole.Value : null;
            result.SetIfPresent(key, values[member].Evaluate(context, whole.Frame(frame), evaluation));
        }

        return Built(result, evaluation);
    }

    private static string[]? Fixed(IReadOnlyList<Operation> keys)
    {
        var names = keys.OfType<Constant>().Select(key => key.Value).OfType<JsonString>().Select(text => text.Value).ToArray();
        return names.Length == keys.Count && names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names : null;
    }

    private Json? OfLone(Json? item, Frame? frame, Evaluation evaluation) =>
        fixedNames is null ? OfComputed(item, frame, evaluation) : OfFixed(fixedNames, item, frame, evaluation);

    private Json? OfFixed(string[] names, Json? item, Frame? frame, Evaluation evaluation)
    {
        var found = new Json[names.Length];
        var count = 0;
        for (var i = 0; i < names.Length; i++)
        {
            if (values[i].Evaluate(item, frame, evaluation) is { } value)
            {
                found[count++] = value;
            }
            else
            {
                return OfSome(found.AsSpan(0, count), names, i, item, frame, evaluation);
            }
        }

        evaluation.BuildItems(count);
        return evaluation.Nested(JsonObject.Owning(names, found));
    }

    /// <summary>Goes on where the first member without a value was met.</summary>
    private Json? OfSome(ReadOnlySpan<Json> found, string[] names, int missing, Json? item, Frame? frame, Evaluation evaluation)
    {
        var result = new JsonObjectBuilder(names.Length);
        for (var i = 0; i < found.Length; i++)
        {
            result.Set(names[i], found[i]);
        }

        for (var i = missing + 1; i < names.Length; i++)
        {
            result.SetIfPresent(names[i], values[i].Evaluate(item, frame, evaluation));
        }

        return Built(result, evaluation);
    }

    private Json? OfComputed(Json? item, Frame? frame, Evaluation evaluation)
    {
        var members = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            if (Key(keys[i].Evaluate(item, frame, evaluation)) is { } key && !members.TryAdd(key, i))
            {
                Once(key, members[key], i);
            }
        }

        var result = new JsonObjectBuilder(members.Count);
        foreach (var (key, member) in members)
        {
            result.SetIfPresent(key, values[member].Evaluate(item, frame, evaluation));
        }

        return Built(result, evaluation);
    }

    private Json? OfMany(JsonArray items, Frame? frame, Evaluation evaluation)
    {
        var groups = new Dictionary<string, (int Member, Json First, ListBuilder? All)>(StringComparer.Ordinal);
        foreach (var item in items.AsSpan())
        {
            for (var i = 0; i < keys.Length; i++)
            {
                if (Key(keys[i].Evaluate(item, frame, evaluation)) is not { } key)
                {
                    continue;
                }

                if (!groups.TryGetValue(key, out var group))
                {
                    groups.Add(key, (i, item, null));
                    continue;
                }

                Once(key, group.Member, i);
                if (group.All is not { } all)
                {
                    all = new ListBuilder(evaluation);
                    Sequences.AddTo(all, group.First);
                    groups[key] = (group.Member, group.First, all);
                }

                Sequences.AddTo(all, item);
            }
        }

        var result = new JsonObjectBuilder(groups.Count);
        foreach (var (key, (member, first, all)) in groups)
        {
            result.SetIfPresent(key, values[member].Evaluate(all is null ? first : all.ToArray(), frame, evaluation));
        }

        return Built(result, evaluation);
    }

    private string? Key(Json? value) => value switch
    {
        null => null,
        JsonString text => text.Value,
        _ => throw new JsonataFailure("T1003") { Value = value, Position = position },
    };

    private void Once(string key, int member, int other)
    {
        if (member != other)
        {
            throw new JsonataFailure("D1009") { Value = Json.Of(key), Position = position };
        }
    }

    private static Json? Built(JsonObjectBuilder result, Evaluation evaluation)
    {
        evaluation.BuildItems(result.Count);
        return evaluation.Nested(result.Build());
    }
}
