using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TaskOrchestration.StatesLanguage.Values;

/// <summary>Members in the order in which they were written, each name once.</summary>
public sealed class JsonObject : Json, IReadOnlyCollection<KeyValuePair<string, Json>>
{
    /// <summary>The object without members.</summary>
    public static readonly JsonObject Empty = new([], []);

    /// <summary>From this many members on a lookup goes through an index instead of along the names.</summary>
    private const int IndexFrom = 12;

    private string[] names;
    private Json[] values;
    private Dictionary<string, int>? index;
    private int utf8Length = -1;

    private JsonObject(string[] names, Json[] values)
        : this(names, values, Summed(values))
    {
    }

    private JsonObject(string[] names, Json[] values, (bool IsUnsettled, int Nesting) sum)
        : base(sum.IsUnsettled, sum.Nesting + 1)
    {
        this.names = names;
        this.values = values;
    }

    /// <inheritdoc/>
    public override JsonKind Kind => JsonKind.Object;

    /// <inheritdoc/>
    public int Count => names.Length;

    /// <inheritdoc/>
    public override int Utf8Length => utf8Length >= 0 ? utf8Length : utf8Length = Measure();

    /// <summary>The names, in order.</summary>
    public ReadOnlySpan<string> Names => names;

    /// <summary>The values, in the order of their names.</summary>
    public ReadOnlySpan<Json> Values => values;

    /// <summary>The value under a name, or null where there is none.</summary>
    public Json? this[string name] => TryGet(name, out var value) ? value : null;

    /// <summary>An object of these members; of members with one name the last counts.</summary>
    public static JsonObject Of(params IEnumerable<KeyValuePair<string, Json>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var builder = new JsonObjectBuilder();
        foreach (var (name, value) in members)
        {
            builder.Set(name, value);
        }

        return builder.Build();
    }

    /// <summary>An object of these members; of members with one name the last counts.</summary>
    public static JsonObject Of(params ReadOnlySpan<(string Name, Json Value)> members)
    {
        var builder = new JsonObjectBuilder(members.Length);
        foreach (var (name, value) in members)
        {
            builder.Set(name, value);
        }

        return builder.Build();
    }

    /// <summary>An object over the arrays themselves, which the caller gives away; the names are distinct.</summary>
    internal static JsonObject Owning(string[] names, Json[] values) => names.Length == 0 ? Empty : new JsonObject(names, values);

    /// <summary>An object that may still be changed by <see cref="Draft"/>: an own one even where it has no members.</summary>
    internal static JsonObject NewDraft(string[] names, Json[] values) => new(names, values);

    /// <summary>Changes a member in place, or takes it out where there is no value: only for an object that its maker has shown to nobody yet.</summary>
    internal void Draft(string name, Json? value)
    {
        var changed = value is null ? Without(name) : With(name, value);
        names = changed.names;
        values = changed.values;
        index = null;
        utf8Length = -1;
    }

    /// <summary>Whether there is a member of that name, and its value.</summary>
    public bool TryGet(string name, [MaybeNullWhen(false)] out Json value)
    {
        var at = IndexOf(name);
        value = at < 0 ? null : values[at];
        return at >= 0;
    }

    /// <summary>Whether there is a member of that name.</summary>
    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>This object with one member set: in its place where the name exists, at the end where it does not.</summary>
    public JsonObject With(string name, Json value)
    {
        var at = IndexOf(name);
        if (at >= 0)
        {
            var changed = (Json[])values.Clone();
            changed[at] = value;
            return new JsonObject(names, changed);
        }

        return new JsonObject([.. names, name], [.. values, value]);
    }

    /// <summary>This object without one member.</summary>
    public JsonObject Without(string name)
    {
        var at = IndexOf(name);
        return at < 0
            ? this
            : Owning([.. names.AsSpan(0, at), .. names.AsSpan(at + 1)], [.. values.AsSpan(0, at), .. values.AsSpan(at + 1)]);
    }

    /// <inheritdoc/>
    public override bool Equals(Json? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is not JsonObject that || that.Count != Count)
        {
            return false;
        }

        for (var i = 0; i < names.Length; i++)
        {
            if (!that.TryGet(names[i], out var value) || !values[i].Equals(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = names.Length;
        for (var i = 0; i < names.Length; i++)
        {
            hash += HashCode.Combine(names[i], values[i]);
        }

        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Json>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++)
        {
            yield return new KeyValuePair<string, Json>(names[i], values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal override int Write(Span<byte> target)
    {
        target[0] = (byte)'{';
        var at = 1;
        for (var i = 0; i < names.Length; i++)
        {
            if (i > 0)
            {
                target[at++] = (byte)',';
            }

            at += JsonEscaping.WriteQuoted(names[i], target[at..]);
            target[at++] = (byte)':';
            at += values[i].Write(target[at..]);
        }

        target[at] = (byte)'}';
        return at + 1;
    }

    private int IndexOf(string name)
    {
        if (names.Length >= IndexFrom)
        {
            return (index ??= BuildIndex()).GetValueOrDefault(name, -1);
        }

        for (var i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> BuildIndex()
    {
        var built = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            built.Add(names[i], i);
        }

        return built;
    }

    private int Measure()
    {
        var length = 2L + Math.Max(0, names.Length - 1) + names.Length;
        for (var i = 0; i < names.Length; i++)
        {
            length += JsonEscaping.QuotedLength(names[i]) + (long)values[i].Utf8Length;
        }

        return (int)Math.Min(length, int.MaxValue);
    }
}
