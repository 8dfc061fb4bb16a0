using System.Buffers;
using System.Globalization;
using System.Text;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

/// <summary>JavaScript's <c>encodeURI</c>, <c>decodeURI</c> and their variants for components.</summary>
internal static class UrlText
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
    private const string Reserved = ";/?:@&=+$,#";
    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>Escapes all that may not stand in a URL, or null if the text has half a surrogate pair.</summary>
    public static string? Encode(string text) => Encode(text, Unreserved + Reserved);

    /// <summary>Escapes all that may not stand in a part of a URL, or null if the text has half a surrogate pair.</summary>
    public static string? EncodeComponent(string text) => Encode(text, Unreserved);

    /// <summary>Resolves escapes but those of characters with a meaning in URLs, or null if an escape is malformed.</summary>
    public static string? Decode(string text) => Decode(text, Reserved);

    /// <summary>Resolves all escapes, or null if one is malformed.</summary>
    public static string? DecodeComponent(string text) => Decode(text, "");

    private static string? Encode(string text, string kept)
    {
        var result = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (kept.Contains(text[i]))
            {
                result.Append(text[i]);
                continue;
            }

            if (!Rune.TryGetRuneAt(text, i, out var character))
            {
                return null;
            }

            i += character.Utf16SequenceLength - 1;
            foreach (var b in bytes[..character.EncodeToUtf8(bytes)])
            {
                result.Append('%').Append(HexDigits[b >> 4]).Append(HexDigits[b & 15]);
            }
        }

        return result.ToString();
    }

    private static string? Decode(string text, string kept)
    {
        var result = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                result.Append(text[i]);
                continue;
            }

            var count = ReadCharacter(text, i, bytes);
            if (count == 0 || Rune.DecodeFromUtf8(bytes[..count], out var character, out var used) != OperationStatus.Done || used < count)
            {
                return null;
            }

            var escape = text.AsSpan(i, 3 * count);
            result = character.IsAscii && kept.Contains((char)character.Value) ? result.Append(escape) : result.Append(character);
            i += escape.Length - 1;
        }

        return result.ToString();
    }

    /// <summary>Reads the escaped bytes of one character, whose first says how many there are; none if an escape is malformed.</summary>
    private static int ReadCharacter(string text, int at, Span<byte> bytes)
    {
        var wanted = 1;
        for (var count = 0; count < wanted; count++)
        {
            var escape = text.AsSpan(Math.Min(text.Length, at + (3 * count)));
            if (escape.Length < 3 || escape[0] != '%' || !byte.TryParse(escape.Slice(1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[count]))
            {
                return 0;
            }

            wanted = bytes[0] switch { < 0x80 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };
        }

        return wanted;
    }
}
