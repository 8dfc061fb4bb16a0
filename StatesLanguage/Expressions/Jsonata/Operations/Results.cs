using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>What a step of a path comes to: a sequence, kept without a list around it while there is one result.</summary>
internal readonly struct Results
{
    private readonly Json? lone;
    private readonly JsonArray? list;
    private readonly bool isPlain;

    private Results(Json? lone, JsonArray? list, bool isPlain)
    {
        this.lone = lone;
        this.list = list;
        this.isPlain = isPlain;
    }

    /// <summary>No results.</summary>
    public static Results None => new(lone: null, Sequences.Empty, isPlain: false);

    /// <summary>Whether there are none. One that is undefined, as a first context may be, counts.</summary>
    public bool IsEmpty => list is { Count: 0 };

    /// <summary>How many there are.</summary>
    public int Count => list?.Count ?? 1;

    /// <summary>The result at an index.</summary>
    public Json? this[int index] => list is null ? lone : list[index];

    /// <summary>A sequence of one.</summary>
    public static Results One(Json? value) => new(value, list: null, isPlain: false);

    /// <summary>The items of a list.</summary>
    public static Results Many(JsonArray list) => new(lone: null, list, isPlain: false);

    /// <summary>The items of a list, which stays that list if it is the last.</summary>
    public static Results Plain(JsonArray list) => new(lone: null, list, isPlain: true);

    /// <summary>What a path with these results comes to.</summary>
    /// <param name="keepsArray">Whether a lone result stays a list.</param>
    /// <param name="keepsStepArray">Whether it is a step of the path that says so: then a list that is written out is put into one.</param>
    public Json? Settled(bool keepsArray, bool keepsStepArray)
    {
        if (list is null)
        {
            return keepsArray ? JsonArray.Owning([lone ?? Json.Null], ArrayRole.Sequence | ArrayRole.KeepsSingleton) : lone;
        }

        if (!isPlain)
        {
            return Sequences.Settled(list.As(keepsArray ? ArrayRole.Sequence | ArrayRole.KeepsSingleton : ArrayRole.Sequence), keepsArray);
        }

        return keepsStepArray && Sequences.IsConstructed(list) && !Sequences.IsSequence(list)
            ? JsonArray.Owning([list], ArrayRole.Sequence | ArrayRole.KeepsSingleton)
            : list;
    }

    /// <summary>All of them as one value to go through.</summary>
    public Json? AsItems() => list is null && lone is not null ? JsonArray.Owning([lone], ArrayRole.Sequence) : list;
}
