using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Functions.Storage.Blobs;

/// <summary>What is known about a version, as the metadata of its blob.</summary>
/// <remarks>Metadata travel as headers, which are ASCII: what may be anything is in base64url.</remarks>
internal static class BlobLabels
{
    private const string Path = "path";
    private const string By = "by";
    private const string ContentType = "type";
    private const string Sha256 = "sha256";
    private const string At = "at";

    public static Dictionary<string, string> Of(BlobVersion version) => new(StringComparer.OrdinalIgnoreCase)
    {
        [Path] = Write(version.Path),
        [By] = Write(version.By),
        [ContentType] = Write(version.ContentType),
        [Sha256] = version.Sha256,
        [At] = version.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
    };

    /// <summary>The version a blob holds; none if it is somebody else's.</summary>
    public static BlobVersion? Read(string name, long length, IDictionary<string, string>? labels) =>
        labels is not null && Find(labels, Path, out var path)
            ? new BlobVersion(
                Read(path),
                BlobNames.VersionIdIn(name),
                length,
                Read(Required(name, labels, ContentType)),
                Required(name, labels, Sha256),
                DateTimeOffset.Parse(Required(name, labels, At), CultureInfo.InvariantCulture),
                Read(Required(name, labels, By)))
            : null;

    private static string Write(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Read(string written) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(written));

    private static string Required(string name, IDictionary<string, string> labels, string label) =>
        Find(labels, label, out var found) ? found : throw new InvalidDataException($"Expected '{label}' among the metadata of the blob '{name}', found none.");

    /// <summary>Looks one up, however its name is spelled: proxies and clients change the case of headers.</summary>
    private static bool Find(IDictionary<string, string> labels, string label, [NotNullWhen(true)] out string? found)
    {
        found = labels.FirstOrDefault(each => string.Equals(each.Key, label, StringComparison.OrdinalIgnoreCase)).Value;
        return found is not null;
    }
}
