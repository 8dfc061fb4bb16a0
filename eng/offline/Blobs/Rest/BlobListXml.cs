using System.Xml.Linq;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Reads a page of a list of blobs.</summary>
internal static class BlobListXml
{
    public static (IReadOnlyList<BlobItem> Blobs, string? Next) Read(Stream content)
    {
        var root = XDocument.Load(content).Root!;
        return ([.. root.Element("Blobs")!.Elements("Blob").Select(Item)], Text(root, "NextMarker"));
    }

    public static BlobType TypeOf(string type) => type switch
    {
        "BlockBlob" => BlobType.Block,
        "PageBlob" => BlobType.Page,
        "AppendBlob" => BlobType.Append,
        _ => throw new FormatException($"Expected a type of blob, found '{type}'."),
    };

    private static BlobItem Item(XElement blob) => new()
    {
        Name = Name(blob.Element("Name")!),
        Deleted = Flag(blob, "Deleted") ?? false,
        Snapshot = Text(blob, "Snapshot"),
        VersionId = Text(blob, "VersionId"),
        IsLatestVersion = Flag(blob, "IsCurrentVersion"),
        Properties = Properties(blob.Element("Properties")!),
        Metadata = blob.Element("Metadata")?.Elements()
            .ToDictionary(entry => entry.Name.LocalName, entry => entry.Value, StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>A name that XML cannot say is percent-encoded.</summary>
    private static string Name(XElement name) =>
        string.Equals(name.Attribute("Encoded")?.Value, "true", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(name.Value) : name.Value;

    private static BlobItemProperties Properties(XElement said) => new()
    {
        LastModified = Moment(said, "Last-Modified"),
        CreatedOn = Moment(said, "Creation-Time"),
        ContentLength = Text(said, "Content-Length") is { } length ? long.Parse(length) : null,
        ContentType = Text(said, "Content-Type"),
        ContentHash = Text(said, "Content-MD5") is { } hash ? Convert.FromBase64String(hash) : null,
        BlobType = Text(said, "BlobType") is { } type ? TypeOf(type) : null,
        ETag = Text(said, "Etag") is { } tag ? new ETag(tag) : null,
    };

    private static DateTimeOffset? Moment(XElement parent, string name) => Text(parent, name) is { } text ? DateTimeOffset.Parse(text) : null;

    private static bool? Flag(XElement parent, string name) => Text(parent, name) is { } text ? bool.Parse(text) : null;

    private static string? Text(XElement parent, string name) => parent.Element(name)?.Value is { Length: > 0 } text ? text : null;
}
