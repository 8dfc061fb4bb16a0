using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Functions.Storage.Blobs;

/// <summary>What the blobs are called that hold versions.</summary>
/// <remarks>
/// <para>
/// A version is one blob: its path, then <c>~v</c> and the version's id with every digit turned round (<c>0</c> for <c>f</c>), so that a list, which
/// comes in the order of names, has the latest version of a path first, and all versions of a path together.
/// </para>
/// <para>
/// Of a path, ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c> stay as they are, except for a <c>.</c> at the end of a segment; each byte of
/// anything else becomes <c>~</c> and two digits. So nothing on the way takes a name for something else, and <c>~v</c> is in no path. A service's names
/// have at most 1,024 characters and 254 segments: of what is longer the beginning stays, and <c>~h</c> with a hash of the path follows.
/// </para>
/// </remarks>
internal static class BlobNames
{
    private const string VersionMark = "~v";
    private const string HashMark = "~h";
    private const int LongestStem = 900;
    private const int MostSegments = 200;

    /// <summary>The name of a version.</summary>
    public static string Of(string path, string versionId) => VersionsOf(path) + TurnedRound(versionId);

    /// <summary>What the names of all versions of a path begin with.</summary>
    public static string VersionsOf(string path)
    {
        var written = Written(path);
        var stem = Cut(written);
        return stem.Length == written.Length
            ? written + VersionMark
            : $"{stem}{HashMark}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))}{VersionMark}";
    }

    /// <summary>What the names of all versions begin with whose paths begin so: with whole segments. Names of others may begin so too.</summary>
    public static string Under(string prefix) => Cut(Written(prefix));

    /// <summary>The id of the version with this name.</summary>
    public static string VersionIdIn(string name) => TurnedRound(name[^BlobVersionIds.Length..]);

    private static string TurnedRound(string digits) =>
        string.Create(digits.Length, digits, (turned, from) =>
        {
            for (var at = 0; at < from.Length; at++)
            {
                turned[at] = "fedcba9876543210"[Convert.ToInt32(from.Substring(at, 1), 16)];
            }
        });

    private static string Written(string path)
    {
        var written = new StringBuilder(path.Length);
        for (var at = 0; at < path.Length;)
        {
            Rune.DecodeFromUtf16(path.AsSpan(at), out var rune, out var length);
            var isLast = at + length == path.Length || path[at + length] == '/';
            at += length;
            if (rune.Value == '/' || (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '-' or '_' || (rune.Value == '.' && !isLast))))
            {
                written.Append((char)rune.Value);
            }
            else
            {
                AppendBytes(written, rune);
            }
        }

        return written.ToString();
    }

    private static void AppendBytes(StringBuilder written, Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var each in bytes[..rune.EncodeToUtf8(bytes)])
        {
            written.Append('~').Append(each.ToString("x2"));
        }
    }

    /// <summary>As much of a text as a name has room for.</summary>
    private static string Cut(string written)
    {
        var end = Math.Min(written.Length, LongestStem);
        var segments = 0;
        for (var at = 0; at < end; at++)
        {
            if (written[at] == '/' && ++segments == MostSegments)
            {
                return written[..at];
            }
        }

        return written[..end];
    }
}
