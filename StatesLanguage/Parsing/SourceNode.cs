using System.Globalization;
using System.Text.Json;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>A value in a text: the byte at which it (or the name before it) begins, and what it holds.</summary>
internal sealed class SourceNode
{
    private readonly string? name;
    private List<SourceNode>? inner;

    private SourceNode(string? name, int offset, int valueOffset)
    {
        this.name = name;
        Offset = offset;
        ValueOffset = valueOffset;
    }

    /// <summary>The byte at which the name of a member begins, or the value where it has none.</summary>
    public int Offset { get; }

    /// <summary>The byte at which the value begins.</summary>
    public int ValueOffset { get; }

    /// <summary>Reads a whole text.</summary>
    public static SourceNode Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        var root = new SourceNode(name: null, (int)reader.TokenStartIndex, (int)reader.TokenStartIndex);
        root.ReadInner(ref reader);
        reader.Read();
        return root;
    }

    /// <summary>Follows the steps of a pointer as far as they lead, and tells how much of them is left over.</summary>
    /// <remarks>Names are not escaped in pointers, so one that holds a slash may be taken for two; then the longest way counts.</remarks>
    public (SourceNode Node, int Left) Nearest(ReadOnlySpan<char> steps)
    {
        var best = (Node: this, Left: steps.Length);
        if (steps.Length == 0 || inner is null)
        {
            return best;
        }

        if (steps[0] == '[')
        {
            var end = steps.IndexOf(']');
            return end > 0 && int.TryParse(steps[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < inner.Count
                ? inner[at].Nearest(steps[(end + 1)..])
                : best;
        }

        foreach (var member in inner)
        {
            if (member.name is { } text && member.Takes(steps))
            {
                var found = member.Nearest(steps[(text.Length + 1)..]);
                if (found.Left < best.Left)
                {
                    best = found;
                }
            }
        }

        return best;
    }

    /// <summary>The pointers of members whose name occurred before in the same object.</summary>
    public IEnumerable<string> DuplicateKeys(string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < (inner?.Count ?? 0); i++)
        {
            var value = inner![i];
            if (value.name is not null && !seen.Add(value.name))
            {
                yield return $"{pointer}/{value.name}";
            }

            if (value.inner is not null)
            {
                foreach (var deeper in value.DuplicateKeys(value.name is null ? $"{pointer}[{i}]" : $"{pointer}/{value.name}"))
                {
                    yield return deeper;
                }
            }
        }
    }

    private bool Takes(ReadOnlySpan<char> steps) =>
        steps[0] == '/'
        && steps[1..].StartsWith(name, StringComparison.Ordinal)
        && (steps.Length == name!.Length + 1 || steps[name.Length + 1] is '/' or '[');

    private void ReadInner(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        inner = [];
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var offset = (int)reader.TokenStartIndex;
            string? member = null;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                member = JsonText.ReadText(ref reader);
                reader.Read();
            }

            var value = new SourceNode(member, offset, (int)reader.TokenStartIndex);
            value.ReadInner(ref reader);
            inner.Add(value);
        }
    }
}
