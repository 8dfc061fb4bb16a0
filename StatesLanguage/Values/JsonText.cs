using System.Buffers;
using System.Text;
using System.Text.Json;

namespace TaskOrchestration.StatesLanguage.Values;

/// <summary>Text to value. Strict JSON (RFC 8259): no comments, no trailing commas; of members with one name the last counts.</summary>
internal static class JsonText
{
    /// <summary>How deep a value may nest. Deeper text is refused rather than left to exhaust a stack.</summary>
    private const int MaxDepth = 1000;

    internal static readonly JsonReaderOptions Strict = new() { MaxDepth = MaxDepth };

    public static Json Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Parse(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    public static Json Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, Strict);
            reader.Read();
            var value = ReadValue(ref reader);
            reader.Read();
            return value;
        }
        catch (JsonException e)
        {
            throw SyntaxError(e);
        }
    }

    /// <summary>The text of a name or a string, escapes resolved.</summary>
    internal static string ReadText(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Unescape(reader.ValueSpan) : Encoding.UTF8.GetString(reader.ValueSpan);

    /// <summary>What the reader's exception says, in our own.</summary>
    internal static JsonSyntaxException SyntaxError(JsonException e) =>
        new(Describe(e), (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1, e);

    private static Json ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.String => JsonString.Of(ReadText(ref reader)),
        JsonTokenType.Number => JsonNumber.Spelled(Encoding.ASCII.GetString(reader.ValueSpan)),
        JsonTokenType.True => Json.True,
        JsonTokenType.False => Json.False,
        _ => Json.Null,
    };

    private static JsonObject ReadObject(ref Utf8JsonReader reader)
    {
        var builder = new JsonObjectBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = ReadText(ref reader);
            reader.Read();
            builder.Set(name, ReadValue(ref reader));
        }

        return builder.Build();
    }

    private static JsonArray ReadArray(ref Utf8JsonReader reader)
    {
        var items = new List<Json>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader));
        }

        return JsonArray.Owning([.. items]);
    }

    /// <summary>Resolves escapes. The reader's own way refuses a lone surrogate (<c>\ud800</c>), which JSON allows.</summary>
    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = Encoding.UTF8.GetString(escaped);
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            if (text[i] == 'u')
            {
                result.Append((char)Convert.ToUInt16(text.Substring(i + 1, 4), 16));
                i += 4;
                continue;
            }

            result.Append(text[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var c => c });
        }

        return result.ToString();
    }

    /// <summary>The reader's message without its own "LineNumber: … | BytePositionInLine: …" tail, and without advice that is for programmers.</summary>
    private static string Describe(JsonException e)
    {
        var tail = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var message = tail < 0 ? e.Message : e.Message[..tail];
        return message.Contains("trailing comma", StringComparison.Ordinal)
            ? $"Expected another {(message.Contains("object", StringComparison.Ordinal) ? "member" : "item")} after the comma, found the closing bracket"
            : message;
    }
}
