using System.Text;
using System.Text.Json;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>Tells where in a definition's text the pointers of problems lead.</summary>
public sealed class SourceMap
{
    private readonly byte[] utf8;
    private readonly Dictionary<string, int> offsets;

    private SourceMap(byte[] utf8, Dictionary<string, int> offsets, ValueList<string> duplicateKeys)
    {
        this.utf8 = utf8;
        this.offsets = offsets;
        DuplicateKeys = duplicateKeys;
    }

    /// <summary>The pointers of members whose name occurred before in the same object.</summary>
    public ValueList<string> DuplicateKeys { get; }

    /// <summary>The map of a text.</summary>
    /// <exception cref="JsonSyntaxException">The text is not JSON.</exception>
    public static SourceMap Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        var places = new Dictionary<string, int>(StringComparer.Ordinal) { ["/"] = 0 };
        var duplicates = new List<string>();
        try
        {
            var reader = new Utf8JsonReader(bytes, JsonText.Strict);
            Walk(ref reader, places, duplicates);
        }
        catch (JsonException e)
        {
            throw JsonText.SyntaxError(e);
        }

        return new SourceMap(bytes, places, [.. duplicates]);
    }

    /// <summary>Where a pointer leads: to the name of a member, or to an item of a list. Null if there is no such place.</summary>
    public SourcePosition? Find(string pointer)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        return offsets.TryGetValue(pointer, out var offset) ? PositionAt(offset) : null;
    }

    /// <summary>Where the innermost place is that exists and holds what the pointer leads to.</summary>
    public SourcePosition FindNearest(string pointer)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        return PositionAt(NearestOffset(pointer));
    }

    internal int NearestOffset(string pointer)
    {
        for (var end = pointer.Length; end > 0; end = pointer.AsSpan(0, end).LastIndexOfAny('/', '['))
        {
            if (offsets.TryGetValue(pointer[..end], out var offset))
            {
                return offset;
            }
        }

        return offsets["/"];
    }

    private static void Walk(ref Utf8JsonReader reader, Dictionary<string, int> places, List<string> duplicates)
    {
        var open = new Stack<Container>();
        var at = "";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    continue;
                case JsonTokenType.PropertyName:
                    at = $"{open.Peek().Pointer}/{JsonText.ReadText(ref reader)}";
                    if (!places.TryAdd(at, (int)reader.TokenStartIndex))
                    {
                        duplicates.Add(at);
                    }

                    continue;
            }

            if (open.TryPeek(out var parent) && parent.IsArray)
            {
                at = $"{parent.Pointer}[{parent.Items++}]";
                places.TryAdd(at, (int)reader.TokenStartIndex);
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push(new Container(at, reader.TokenType == JsonTokenType.StartArray));
            }
        }
    }

    private SourcePosition PositionAt(int offset)
    {
        var before = utf8.AsSpan(0, offset);
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new SourcePosition(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private sealed class Container(string pointer, bool isArray)
    {
        public string Pointer => pointer;

        public bool IsArray => isArray;

        public int Items { get; set; }
    }
}
