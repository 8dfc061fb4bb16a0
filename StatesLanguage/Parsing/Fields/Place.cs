using System.Text;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>A place in a definition. It becomes a pointer's text only when a problem is reported there.</summary>
/// <remarks>
/// Most places never are, and with long names at a great depth the texts of all places together would be far longer than
/// the definition.
/// </remarks>
internal sealed class Place
{
    /// <summary>The whole definition.</summary>
    public static readonly Place Root = new(outer: null, step: "/");

    private readonly Place? outer;
    private readonly string? step;
    private readonly int index;

    private Place(Place? outer, string? step, int index = -1)
    {
        this.outer = outer;
        this.step = step;
        this.index = index;
    }

    /// <summary>The place of a member. The name may hold further steps.</summary>
    public Place Member(string name) => new(this, name);

    /// <summary>The place of an item, counted from 0.</summary>
    public Place Item(int at) => new(this, step: null, at);

    /// <summary>The pointer: <c>/States/Pay/Retry[0]</c>, or <c>/</c> for the whole definition.</summary>
    public override string ToString()
    {
        if (outer is null)
        {
            return step!;
        }

        var path = new Stack<Place>();
        for (var place = this; place.outer is not null; place = place.outer)
        {
            path.Push(place);
        }

        var text = new StringBuilder();
        foreach (var place in path)
        {
            _ = place.step is null ? text.Append('[').Append(place.index).Append(']') : text.Append('/').Append(place.step);
        }

        return text.ToString();
    }
}
