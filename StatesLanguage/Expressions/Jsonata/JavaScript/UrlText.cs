using System.Text;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

/// <summary>JavaScript's <c>encodeURI</c>, <c>decodeURI</c> and their variants for components.</summary>
internal static class UrlText
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
    private const string Reserved = ";/?:@&=+$,#";
    private const string HexDigits = "0123456789ABCDEF";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
        var bytes = new List<byte>(4);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                result.Append(text[i]);
                continue;
            }

            var start = i;
            if (!TryReadCharacter(text, ref i, bytes) || !TryDecode(bytes, out var character))
            {
                return null;
            }

            result.Append(character.Length == 1 && kept.Contains(character[0]) ? text.AsSpan(start, i - start + 1) : character);
        }

        return result.ToString();
    }

    /// <summary>Reads the escaped bytes of one character, whose first says how many there are, up to the last character of the last escape.</summary>
    private static bool TryReadCharacter(string text, ref int at, List<byte> bytes)
    {
        bytes.Clear();
        var wanted = 1;
        for (var i = at; bytes.Count < wanted; i += 3)
        {
            if (i + 2 >= text.Length || text[i] != '%' || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                return false;
            }

            bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
            wanted = bytes[0] switch { < 0x80 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };
            at = i + 2;
        }

        return true;
    }

    private static bool TryDecode(List<byte> bytes, out string character)
    {
        try
        {
            character = Strict.GetString([.. bytes]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            character = "";
            return false;
        }
    }
}
