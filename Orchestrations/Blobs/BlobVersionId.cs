using System.Globalization;

namespace TaskOrchestration.Orchestrations.Blobs;

/// <summary>Ids of versions: the moment as 16 hexadecimal digits, or one more than the version before when the clock has not gone forward since.</summary>
internal static class BlobVersionId
{
    public static string After(string? latest, DateTimeOffset at)
    {
        var next = latest is null ? 0 : long.Parse(latest, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) + 1;
        return Math.Max(next, at.UtcTicks).ToString("x16", CultureInfo.InvariantCulture);
    }
}
