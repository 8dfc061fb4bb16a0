using System.Text;
using System.Text.Json;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>Tells where in a definition's text the pointers of problems lead.</summary>
public sealed class SourceMap
{
    private readonly byte[] utf8;
    private readonly SourceNode root;

    private SourceMap(byte[] utf8, SourceNode root)
    {
        this.utf8 = utf8;
        this.root = root;
    }

    /// <summary>The pointers of members whose name occurred before in the same object. Found while they are enumerated.</summary>
    public IEnumerable<string> DuplicateKeys => root.DuplicateKeys("");

    /// <summary>The map of a text.</summary>
    /// <exception cref="JsonSyntaxException">The text is not JSON.</exception>
    public static SourceMap Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            var reader = new Utf8JsonReader(bytes, JsonText.Strict);
            return new SourceMap(bytes, SourceNode.Read(ref reader));
        }
        catch (JsonException e)
        {
            throw JsonText.SyntaxError(e);
        }
    }

    /// <summary>Where a pointer leads: to the name of a member, or to an item of a list. Null if there is no such place.</summary>
    public SourcePosition? Find(string pointer)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        if (pointer.Length == 0)
        {
            return null;
        }

        var (node, rest) = root.Nearest(StepsOf(pointer));
        return rest == 0 ? PositionAt(node.Offset) : null;
    }

    /// <summary>Where the author finds a problem: at the innermost place that exists and holds what its pointer leads to; in a JSONata expression at the very part of it.</summary>
    public SourcePosition Find(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (node, rest) = root.Nearest(StepsOf(problem.Pointer));
        return PositionAt(problem.OffsetInExpression is { } offset && rest == 0 && utf8[node.ValueOffset] == '"'
            ? OffsetInExpression(node.ValueOffset, offset)
            : node.Offset);
    }

    internal int NearestOffset(string pointer) => root.Nearest(StepsOf(pointer)).Node.Offset;

    /// <summary>The steps of a pointer; <c>/</c> alone is the whole text and has none.</summary>
    private static ReadOnlySpan<char> StepsOf(string pointer) => pointer == "/" ? "" : pointer;

    private int OffsetInExpression(int text, int offset)
    {
        var token = new TextToken(utf8, text);
        token.Skip("{%".Length);
        token.SkipWhiteSpace();
        token.Skip(offset);
        return token.Offset;
    }

    private SourcePosition PositionAt(int offset)
    {
        var before = utf8.AsSpan(0, offset);
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new SourcePosition(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
