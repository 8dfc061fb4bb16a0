using System.Collections;

namespace TaskOrchestration.StatesLanguage.Values;

/// <summary>An ordered list of values.</summary>
public sealed class JsonArray : Json, IReadOnlyList<Json>
{
    /// <summary>The empty list.</summary>
    public static readonly JsonArray Empty = new([]);

    private readonly Json[] items;
    private int utf8Length = -1;

    private JsonArray(Json[] items, ArrayRole role = ArrayRole.None)
        : this(items, role, Summed(items))
    {
    }

    private JsonArray(Json[] items, ArrayRole role, (bool IsUnsettled, int Nesting) sum)
        : base(sum.IsUnsettled || role != ArrayRole.None, sum.Nesting + 1)
    {
        this.items = items;
        Role = role;
    }

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Array;

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public override int Utf8Length => utf8Length >= 0 ? utf8Length : utf8Length = Measure();

    /// <inheritdoc/>
    public Json this[int index] => items[index];

    /// <summary>A list of these values.</summary>
    public static JsonArray Of(params IEnumerable<Json> items)
    {
        Json[] own = [.. items];
        return Owning(own);
    }

    /// <summary>A list over <paramref name="items"/> itself, which the caller gives away.</summary>
    internal static JsonArray Owning(Json[] items) => items.Length == 0 ? Empty : Owning(items, ArrayRole.None);

    /// <summary>A list over <paramref name="items"/> itself, with a part to play in the calculation under way.</summary>
    internal static JsonArray Owning(Json[] items, ArrayRole role) => new(items, role);

    /// <summary>What part this list plays in the calculation under way.</summary>
    internal ArrayRole Role { get; }

    /// <summary>Whether it plays this part.</summary>
    internal bool Plays(ArrayRole part) => (Role & part) != ArrayRole.None;

    /// <summary>The same items in another part.</summary>
    internal JsonArray As(ArrayRole role) => role == Role ? this : Owning(items, role);

    /// <summary>The values, for loops that want no enumerator.</summary>
    public ReadOnlySpan<Json> AsSpan() => items;

    /// <inheritdoc/>
    public override bool Equals(Json? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        return other is JsonArray array && items.AsSpan().SequenceEqual(array.items);
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<Json> GetEnumerator() => ((IEnumerable<Json>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    internal override int Write(Span<byte> target)
    {
        target[0] = (byte)'[';
        var at = 1;
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                target[at++] = (byte)',';
            }

            at += items[i].Write(target[at..]);
        }

        target[at] = (byte)']';
        return at + 1;
    }

    private int Measure()
    {
        var length = 2L + Math.Max(0, items.Length - 1);
        foreach (var item in items)
        {
            length += item.Utf8Length;
        }

        return (int)Math.Min(length, int.MaxValue);
    }
}
