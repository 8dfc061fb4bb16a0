using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>Lists of results, which are nothing where they are empty and the lone result where there is one.</summary>
internal static class Sequences
{
    /// <summary>A sequence without results.</summary>
    public static readonly JsonArray Empty = JsonArray.Owning([], ArrayRole.Sequence);

    /// <summary>A sequence of one result that is undefined, as a predicate has chosen it. Beside other results, or in a list that stays one, it is written as null.</summary>
    public static readonly JsonArray LoneUndefined = JsonArray.Owning([Json.Null], ArrayRole.Sequence);

    /// <summary>Whether a list is a sequence of results.</summary>
    public static bool IsSequence(JsonArray list) => list.Plays(ArrayRole.Sequence);

    /// <summary>Whether a list within a path is one result, not many.</summary>
    public static bool IsConstructed(JsonArray list) => list.Plays(ArrayRole.Constructed);

    /// <summary>What a part of an expression comes to, once it has its results.</summary>
    public static Json? Settled(Json? value, bool keepsArray) => value is JsonArray list && IsSequence(list) ? Settled(list, keepsArray) : value;

    private static Json? Settled(JsonArray sequence, bool keepsArray)
    {
        var keeps = keepsArray || sequence.Plays(ArrayRole.KeepsSingleton);
        return sequence.Count switch
        {
            0 => null,
            1 when !keeps => ReferenceEquals(sequence, LoneUndefined) ? null : sequence[0],
            _ => keepsArray ? sequence.As(sequence.Role | ArrayRole.KeepsSingleton) : sequence,
        };
    }

    /// <summary>The items of both, one after the other (<c>$append</c>). What is no list counts as its only item.</summary>
    public static Json? Appended(Evaluation evaluation, Json? first, Json? second)
    {
        if (first is null || second is null)
        {
            return first ?? second;
        }

        var builder = new ListBuilder(evaluation);
        AddTo(builder, first);
        AddTo(builder, second);
        return builder.ToArray();
    }

    /// <summary>Adds the items of a list, or a value that is none.</summary>
    public static void AddTo(ListBuilder builder, Json? value)
    {
        if (value is JsonArray list)
        {
            builder.AddRange(list.AsSpan());
        }
        else
        {
            builder.Add(value);
        }
    }

    /// <summary>The field of an object, or of all the objects in a list (<c>$lookup</c>).</summary>
    public static Json? Field(Evaluation evaluation, Json? value, string name)
    {
        if (value is JsonObject members)
        {
            return members[name];
        }

        if (value is not JsonArray list)
        {
            return null;
        }

        var builder = new ListBuilder(evaluation);
        evaluation.Step(list.Count);
        foreach (var item in list.AsSpan())
        {
            if (item is JsonObject one)
            {
                AddTo(builder, one[name]);
            }
            else if (item is JsonArray inner)
            {
                AddTo(builder, Field(evaluation, inner, name));
            }
        }

        return builder.Count == 0 ? Empty : builder.ToSequence();
    }
}
