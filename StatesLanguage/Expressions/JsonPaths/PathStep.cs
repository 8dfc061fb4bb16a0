using System.Globalization;

namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>One step of a path: how to get from a value to the next one, or to several.</summary>
internal abstract class PathStep
{
    private PathStep() { }

    /// <summary>Whether the step leads to at most one value.</summary>
    public abstract bool IsDefinite { get; }

    /// <summary>The step as it is written in messages.</summary>
    public abstract override string ToString();

    /// <summary>A <c>$</c> that does not begin the path: it leads nowhere else.</summary>
    public sealed class Root : PathStep
    {
        public override bool IsDefinite => true;

        public override string ToString() => "$";
    }

    /// <summary>A member by name. Several names (or none) give one object of those members that exist, and end the path.</summary>
    public sealed class Names(string[] names) : PathStep
    {
        public string[] All { get; } = names;

        public override bool IsDefinite => true;

        public override string ToString() => "[" + string.Join(", ", All.Select(n => $"'{n}'")) + "]";
    }

    /// <summary>Items by position. A negative one is out of bounds, not counted from the end.</summary>
    public sealed class Indexes(int[] indexes) : PathStep
    {
        public int[] All { get; } = indexes;

        public override bool IsDefinite => All.Length == 1;

        public override string ToString() => "[" + string.Join(',', All) + "]";
    }

    /// <summary>A run of items: <c>[1:3]</c>, <c>[1:]</c>, <c>[:3]</c>.</summary>
    public sealed class Slice(int? from, int? to) : PathStep
    {
        public int? From { get; } = from;

        public int? To { get; } = to;

        public override bool IsDefinite => false;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{From}:{To}]");
    }

    /// <summary>The item so many places before the end: <c>[(@.length-1)]</c>.</summary>
    public sealed class BeforeEnd(int places) : PathStep
    {
        public int Places { get; } = places;

        public override bool IsDefinite => true;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[@.size()-{Places}]");
    }

    /// <summary>Every member, every item.</summary>
    public sealed class Wildcard : PathStep
    {
        public override bool IsDefinite => false;

        public override string ToString() => "[*]";
    }

    /// <summary>Every value below, at any depth; the next step decides which.</summary>
    public sealed class Scan : PathStep
    {
        public override bool IsDefinite => false;

        public override string ToString() => "..";
    }

    /// <summary>The items that pass a filter; an object that passes stays itself.</summary>
    public sealed class Filtered(Filter filter) : PathStep
    {
        public Filter Filter { get; } = filter;

        public override bool IsDefinite => false;

        public override string ToString() => "[?]";
    }
}
