using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Functions.Storage;

/// <summary>Texts as keys of tables: what a key may not hold is written otherwise, and back again.</summary>
/// <remarks>
/// Keys may not hold <c>/ \ # ?</c> and control characters, and some of the ways to a table are not to be trusted with <c>%</c> and <c>+</c>.
/// Each of these becomes <c>!</c> and four hexadecimal digits, and so does <c>!</c> itself. Texts that begin alike have keys that begin alike.
/// </remarks>
/// <seealso href="https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model">The Table service data model</seealso>
public static class KeyText
{
    /// <summary>The longest key that <see cref="Bounded"/> gives. A key may have 512 characters, both together are part of addresses.</summary>
    public const int Longest = 240;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\#?%+!");

    /// <summary>The key of a text.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAny(Forbidden) && text.All(char.IsAscii) && !text.Any(char.IsControl))
        {
            return text;
        }

        var key = new StringBuilder(text.Length + 16);
        for (var index = 0; index < text.Length; index++)
        {
            Append(key, text, index);
        }

        return key.ToString();
    }

    /// <summary>The text of a key that <see cref="Of"/> gave.</summary>
    public static string From(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!key.Contains('!', StringComparison.Ordinal))
        {
            return key;
        }

        var text = new StringBuilder(key.Length);
        for (var index = 0; index < key.Length; index++)
        {
            if (key[index] == '!')
            {
                text.Append((char)ushort.Parse(key.AsSpan(index + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                index += 4;
            }
            else
            {
                text.Append(key[index]);
            }
        }

        return text.ToString();
    }

    /// <summary>A key for a text of any length: a long one is cut, and a hash of the whole follows. Such a key does not lead back to its text.</summary>
    public static string Bounded(string text)
    {
        var key = Of(text);
        return key.Length <= Longest ? key : $"{key[..(Longest - 70)]}!~{Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)))}";
    }

    /// <summary>The first text after all that begin like this one, for ranges. It is compared with and never is a key itself.</summary>
    public static string After(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        return prefix[..^1] + (char)(prefix[^1] + 1);
    }

    private static void Append(StringBuilder key, string text, int index)
    {
        var character = text[index];
        if (char.IsControl(character) || Forbidden.Contains(character) || IsHalf(text, index))
        {
            key.Append('!').Append(((ushort)character).ToString("x4", CultureInfo.InvariantCulture));
        }
        else
        {
            key.Append(character);
        }
    }

    /// <summary>Half a character has no UTF-8 form, and would come back as another one.</summary>
    private static bool IsHalf(string text, int index) =>
        (char.IsHighSurrogate(text[index]) && (index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])))
        || (char.IsLowSurrogate(text[index]) && (index == 0 || !char.IsHighSurrogate(text[index - 1])));
}
