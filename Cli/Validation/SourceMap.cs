using System.Text;
using System.Text.Json;

namespace TaskOrchestration.Cli.Validation;

/// <summary>Where each value of a JSON text stands, found by the pointers that problems carry.</summary>
public sealed class SourceMap
{
    private const int MaxDepth = 1000;

    private readonly Dictionary<string, int> _offsets = [];
    private readonly byte[] _utf8;

    /// <summary>Maps a text that has been read as JSON already.</summary>
    public SourceMap(string json)
    {
        _utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(_utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        Visit(ref reader, "", (int)reader.TokenStartIndex);
    }

    /// <summary>
    /// Where the value of this pointer stands; a member stands where its name does. A pointer to something that is not there, as a
    /// missing field, gives the place of the nearest value around it.
    /// </summary>
    /// <param name="pointer">For example <c>/States/Pay/Retry[0]</c>.</param>
    public SourcePosition Find(string pointer)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        var around = pointer;
        int offset;
        while (!_offsets.TryGetValue(around, out offset))
        {
            around = around[..Math.Max(0, around.LastIndexOfAny(['/', '[']))];
        }

        return PositionAt(offset);
    }

    private void Visit(ref Utf8JsonReader reader, string pointer, int offset)
    {
        // Of members with one name the last counts, here as where the value is read.
        _offsets[pointer] = offset;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var nameOffset = (int)reader.TokenStartIndex;
                var member = $"{pointer}/{reader.GetString()}";
                reader.Read();
                Visit(ref reader, member, nameOffset);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                Visit(ref reader, $"{pointer}[{index}]", (int)reader.TokenStartIndex);
            }
        }
    }

    private SourcePosition PositionAt(int offset)
    {
        var before = _utf8.AsSpan(0, offset);
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new SourcePosition(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
