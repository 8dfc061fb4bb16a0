using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Functions;

/// <summary>The functions about objects.</summary>
internal static class Objects
{
    public static Json? Keys(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        var names = new OrderedNames();
        names.AddFrom(evaluation, arguments[0]);
        var keys = new ListBuilder(evaluation);
        foreach (var name in names.All)
        {
            keys.Add(Json.Of(name));
        }

        return keys.ToSequence();
    }

    public static Json? Lookup(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[1] is JsonString key ? Sequences.Field(evaluation, arguments[0], key.Value) : null;

    /// <summary>Each member as an object of its own.</summary>
    public static Json? Spread(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not (JsonArray or JsonObject))
        {
            return arguments[0];
        }

        var parts = new ListBuilder(evaluation);
        SpreadInto(evaluation, parts, arguments[0]!);
        return arguments[0] is JsonArray { Count: > 0 } ? parts.ToArray() : parts.ToSequence();
    }

    public static Json? Merge(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments[0] is not JsonArray objects)
        {
            return null;
        }

        var merged = new JsonObjectBuilder();
        foreach (var item in objects.AsSpan())
        {
            var members = (JsonObject)item;
            evaluation.Build(members.Count, int.MaxValue);
            for (var i = 0; i < members.Count; i++)
            {
                merged.Set(members.Names[i], members.Values[i]);
            }
        }

        return merged.Build();
    }

    public static Json? Each(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments is not [JsonObject members, Function function, ..])
        {
            return null;
        }

        var results = new ListBuilder(evaluation);
        for (var i = 0; i < members.Count; i++)
        {
            results.Add(HigherOrder.For(evaluation, function, members.Values[i], Json.Of(members.Names[i]), members));
        }

        return results.ToSequence();
    }

    public static Json? Sift(Evaluation evaluation, ReadOnlySpan<Json?> arguments)
    {
        if (arguments is not [JsonObject members, Function function, ..])
        {
            return null;
        }

        var kept = new JsonObjectBuilder();
        for (var i = 0; i < members.Count; i++)
        {
            if (Truth.Of(HigherOrder.For(evaluation, function, members.Values[i], Json.Of(members.Names[i]), members)))
            {
                evaluation.Build(1, int.MaxValue);
                kept.Set(members.Names[i], members.Values[i]);
            }
        }

        return kept.Count == 0 ? null : kept.Build();
    }

    /// <summary>The value as its text would be read again: numbers of 15 digits, functions as empty texts.</summary>
    public static Json? Clone(Evaluation evaluation, ReadOnlySpan<Json?> arguments) =>
        arguments[0] is { } value ? Json.Parse(((JsonString)ValueText.Of(evaluation, value)).Value) : null;

    private static void SpreadInto(Evaluation evaluation, ListBuilder parts, Json value)
    {
        switch (value)
        {
            case JsonArray list:
                foreach (var item in list.AsSpan())
                {
                    SpreadInto(evaluation, parts, item);
                }

                break;
            case JsonObject members:
                for (var i = 0; i < members.Count; i++)
                {
                    parts.Add(JsonObject.Of((members.Names[i], members.Values[i])));
                }

                break;
            default:
                parts.Add(value);
                break;
        }
    }
}
