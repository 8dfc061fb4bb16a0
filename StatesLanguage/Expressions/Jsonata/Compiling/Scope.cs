using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Compiling;

/// <summary>The variables of one frame, as known before anything is evaluated, and those around it.</summary>
internal sealed class Scope
{
    private readonly List<string> slots;
    private readonly HashSet<string> labels;

    private Scope(Scope? outer, IEnumerable<string> slots, IEnumerable<string> labels)
    {
        Outer = outer;
        this.slots = [.. slots];
        this.labels = [.. labels];
    }

    /// <summary>The scope around this one.</summary>
    public Scope? Outer { get; }

    /// <summary>How many slots the frame has.</summary>
    public int Size => slots.Count;

    /// <summary>How many of the slots, from the first, are bound whenever the frame is there: the parameters.</summary>
    private int Certain { get; init; }

    /// <summary>A scope with variables that expressions bind.</summary>
    public static Scope OfBlock(Scope? outer, IEnumerable<string> names) => new(outer, names.Distinct(StringComparer.Ordinal), []);

    /// <summary>A scope with parameters and variables that the body binds.</summary>
    public static Scope OfLambda(Scope? outer, IReadOnlyList<string> parameters, IEnumerable<string> names) =>
        new(outer, [.. parameters, .. names.Except(parameters, StringComparer.Ordinal)], []) { Certain = parameters.Count };

    /// <summary>A scope with variables that the steps of a path bind.</summary>
    public static Scope OfPath(Scope? outer, IEnumerable<string> labels) => new(outer, [], labels);

    /// <summary>The slot that an assignment fills.</summary>
    public int SlotOf(string name) => slots.LastIndexOf(name);

    /// <summary>Where a variable may be found, from the innermost place outward.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="isCertain">Whether the last of the places is bound for certain, so that nothing else need be asked.</param>
    public List<Place> Places(string name, out bool isCertain)
    {
        var places = new List<Place>();
        isCertain = false;
        var hops = 0;
        for (var scope = this; scope is not null && !isCertain; scope = scope.Outer, hops++)
        {
            // Of parameters with one name the last counts.
            var slot = scope.SlotOf(name);
            if (slot >= 0)
            {
                places.Add(new Place(hops, slot, name));
                isCertain = slot < scope.Certain;
            }
            else if (scope.labels.Contains(name))
            {
                places.Add(new Place(hops, Slot: -1, name));
            }
        }

        return places;
    }
}
