using System.Globalization;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>What a listing says of an object, with AWS's spelling of the names.</summary>
internal static class ListedObject
{
    /// <summary>An object as an item.</summary>
    public static JsonObject Of(string key, BlobVersion version) => JsonObject.Of(
        ("Etag", Json.Of(ETag(version))),
        ("Key", Json.Of(key)),
        ("LastModified", Seconds(version.At)),
        ("Size", Json.Of(version.Length)),
        ("StorageClass", Json.Of("STANDARD")));

    /// <summary>As on S3, quotes are part of it, and the same bytes have the same one.</summary>
    private static string ETag(BlobVersion version) => $"\"{version.Sha256[..32]}\"";

    /// <summary>Whole seconds since 1970, spelled as the service does: <c>1.789180622E9</c>.</summary>
    private static JsonNumber Seconds(DateTimeOffset moment)
    {
        var digits = moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var fraction = digits[1..].TrimEnd('0');
        return JsonNumber.Spelled($"{digits[0]}.{(fraction.Length == 0 ? "0" : fraction)}E{digits.Length - 1}");
    }
}
