using System.Globalization;
using System.Security.Cryptography;

namespace TaskOrchestration.Functions.Storage.Blobs;

/// <summary>Ids of versions: the moment as 16 hexadecimal digits, or one more than the version before if the clock has not gone forward since, and 16 at random.</summary>
/// <remarks>Several instances may write at one path at the same time and come to the same moment; what is at random keeps their versions apart.</remarks>
internal static class BlobVersionIds
{
    public const int Length = 32;

    private const int MomentLength = 16;

    /// <summary>An id that sorts after the latest there is.</summary>
    public static string After(string? latest, DateTimeOffset at)
    {
        var next = latest is null ? 0 : long.Parse(latest[..MomentLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) + 1;
        return Math.Max(next, at.UtcTicks).ToString("x16", CultureInfo.InvariantCulture) + RandomNumberGenerator.GetHexString(Length - MomentLength, lowercase: true);
    }

    /// <summary>Whether a text has the form of an id.</summary>
    public static bool IsOne(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}
