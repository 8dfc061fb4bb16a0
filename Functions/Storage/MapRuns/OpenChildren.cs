using System.Collections.Immutable;
using System.Globalization;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>The children that have been begun and have not ended, by their numbers, with how many items each has.</summary>
/// <remarks>
/// They are in the row of the Map Run itself: which child was begun, which has ended and what is counted changes together then, however many children it is about.
/// </remarks>
internal sealed class OpenChildren
{
    /// <summary>None.</summary>
    public static readonly OpenChildren None = new(ImmutableSortedDictionary<long, int>.Empty);

    private readonly ImmutableSortedDictionary<long, int> items;

    private OpenChildren(ImmutableSortedDictionary<long, int> items) => this.items = items;

    /// <summary>Their numbers, in order.</summary>
    public IEnumerable<long> Indexes => items.Keys;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static OpenChildren Read(string? text) =>
        string.IsNullOrEmpty(text) ? None : new OpenChildren(text.Split(' ').Select(Entry).ToImmutableSortedDictionary());

    /// <summary>How many items a child has, or null if it is not open.</summary>
    public int? ItemsOf(long index) => items.TryGetValue(index, out var count) ? count : null;

    /// <summary>With one that begins.</summary>
    public OpenChildren With(long index, int itemCount) => new(items.SetItem(index, itemCount));

    /// <summary>Without one that has ended.</summary>
    public OpenChildren Without(long index) => new(items.Remove(index));

    /// <summary>For example <c>4 5 17:100</c>; a child without a count has one item.</summary>
    public override string ToString() => string.Join(
        ' ', items.Select(static child => child.Value == 1 ? Number(child.Key) : $"{Number(child.Key)}:{Number(child.Value)}"));

    private static KeyValuePair<long, int> Entry(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? new(long.Parse(text, CultureInfo.InvariantCulture), 1)
            : new(long.Parse(text.AsSpan(0, colon), NumberStyles.Integer, CultureInfo.InvariantCulture), int.Parse(text.AsSpan(colon + 1), NumberStyles.Integer, CultureInfo.InvariantCulture));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
