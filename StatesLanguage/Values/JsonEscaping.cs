using System.Buffers;
using System.Text;

namespace TaskOrchestration.StatesLanguage.Values;

/// <summary>Texts between quotes: what is escaped is what JSON demands (quote, backslash, control characters) and lone surrogates, which UTF-8 cannot carry.</summary>
internal static class JsonEscaping
{
    private static readonly SearchValues<char> NeedsEscape = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    public static int QuotedLength(string text)
    {
        if (text.AsSpan().IndexOfAny(NeedsEscape) < 0)
        {
            return Encoding.UTF8.GetByteCount(text) + 2;
        }

        var length = 2;
        for (var i = 0; i < text.Length; i++)
        {
            length += Escape(text, ref i) is { } escape ? escape.Length : Utf8Size(text, i);
        }

        return length;
    }

    public static int WriteQuoted(string text, Span<byte> target)
    {
        target[0] = (byte)'"';
        var at = 1;
        var rest = text.AsSpan();
        if (rest.IndexOfAny(NeedsEscape) < 0)
        {
            at += Encoding.UTF8.GetBytes(rest, target[at..]);
        }
        else
        {
            for (var i = 0; i < text.Length; i++)
            {
                var start = i;
                at += Escape(text, ref i) is { } escape
                    ? Encoding.ASCII.GetBytes(escape, target[at..])
                    : Encoding.UTF8.GetBytes(text.AsSpan(start, i - start + 1), target[at..]);
            }
        }

        target[at] = (byte)'"';
        return at + 1;
    }

    /// <summary>The escape for the character at <paramref name="i"/>, or null where it stands for itself; steps over the second half of a pair.</summary>
    private static string? Escape(string text, ref int i)
    {
        var c = text[i];
        switch (c)
        {
            case '"': return "\\\"";
            case '\\': return "\\\\";
            case '\b': return "\\b";
            case '\t': return "\\t";
            case '\n': return "\\n";
            case '\f': return "\\f";
            case '\r': return "\\r";
        }

        if (c < 0x20)
        {
            return $"\\u{(int)c:x4}";
        }

        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            i++;
            return null;
        }

        return char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : null;
    }

    private static int Utf8Size(string text, int i) => text[i] switch
    {
        < (char)0x80 => 1,
        < (char)0x800 => 2,
        _ when char.IsLowSurrogate(text[i]) => 4,
        _ => 3,
    };
}
