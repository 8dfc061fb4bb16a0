using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>What a definition expects of the values it calls by one name, as far as its fields tell.</summary>
internal sealed class Wish
{
    /// <summary>The members that paths ask for.</summary>
    public SortedSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The members that paths ask of its items.</summary>
    public SortedSet<string> ItemMembers { get; } = new(StringComparer.Ordinal);

    /// <summary>Single values that something in the definition compares to or can use.</summary>
    public HashSet<Json> Scalars { get; } = [];

    /// <summary>Names whose values are handed on under this one.</summary>
    public HashSet<string> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether something goes through it item by item.</summary>
    public bool IsList { get; set; }

    /// <summary>Whether states take it for their whole input.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Whether it is read as the text of a JSON value.</summary>
    public bool IsJsonText { get; set; }

    /// <summary>Whether something asks if it is there.</summary>
    public bool MayBeMissing { get; set; }
}
