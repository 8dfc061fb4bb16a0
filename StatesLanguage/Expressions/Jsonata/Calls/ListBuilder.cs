using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>Collects the items of a list within the limits of an evaluation.</summary>
internal sealed class ListBuilder(Evaluation evaluation)
{
    private readonly List<Json> items = [];

    /// <summary>How many there are so far.</summary>
    public int Count => items.Count;

    /// <summary>Adds an item; undefined is left out.</summary>
    public void Add(Json? item)
    {
        if (item is not null)
        {
            evaluation.Build(1, int.MaxValue);
            items.Add(item);
        }
    }

    /// <summary>As a list of its own, which stays one however few items it has.</summary>
    public JsonArray ToArray() => JsonArray.Owning([.. items]);

    /// <summary>As a result sequence: nothing where it is empty, the item itself where it has one, else a list.</summary>
    public Json? ToSequence() => items.Count switch { 0 => null, 1 => items[0], _ => ToArray() };
}
