using System.Runtime.CompilerServices;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>Collects the items of a list within the limits of an evaluation.</summary>
internal sealed class ListBuilder(Evaluation evaluation)
{
    private Json[] items = new Json[4];

    /// <summary>How many there are so far.</summary>
    public int Count { get; private set; }

    /// <summary>Those there are so far.</summary>
    public ReadOnlySpan<Json> Items => items.AsSpan(0, Count);

    /// <summary>Adds an item; undefined is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Json? item)
    {
        if (item is null)
        {
            return;
        }

        if (Count == items.Length)
        {
            Grow(Count + 1);
        }

        items[Count++] = item;
    }

    /// <summary>Adds all the items of another list.</summary>
    public void AddRange(ReadOnlySpan<Json> others)
    {
        if (Count + others.Length > items.Length)
        {
            Grow(Count + others.Length);
        }

        others.CopyTo(items.AsSpan(Count));
        Count += others.Length;
    }

    /// <summary>As a list of its own, which stays one however few items it has.</summary>
    public JsonArray ToArray() => JsonArray.Owning(OwnItems());

    /// <summary>As a sequence, which the evaluation makes nothing or a lone value where it has so few items.</summary>
    public JsonArray ToSequence(ArrayRole role = ArrayRole.Sequence) => JsonArray.Owning(OwnItems(), role);

    private Json[] OwnItems()
    {
        evaluation.BuildItems(Count);
        return Count == items.Length ? items : items.AsSpan(0, Count).ToArray();
    }

    private void Grow(int atLeast)
    {
        var size = Math.Max(atLeast, items.Length * 2);
        evaluation.BuildItems(atLeast);
        Array.Resize(ref items, size);
    }
}
