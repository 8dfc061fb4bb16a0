using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Reads what a response says in its headers.</summary>
internal static class ResponseReading
{
    private const string MetadataPrefix = "x-ms-meta-";

    public static BlobContainerInfo Container(this Response response) => new()
    {
        ETag = response.Headers.ETag ?? default,
        LastModified = response.Moment("Last-Modified"),
    };

    public static BlobInfo Changed(this Response response) => new()
    {
        ETag = response.Headers.ETag ?? default,
        LastModified = response.Moment("Last-Modified"),
        VersionId = response.VersionId(),
    };

    public static BlockInfo Block(this Response response) => new() { ContentHash = response.Hash() };

    public static BlobContentInfo Written(this Response response) => new()
    {
        ETag = response.Headers.ETag ?? default,
        LastModified = response.Moment("Last-Modified"),
        ContentHash = response.Hash(),
        VersionId = response.VersionId(),
    };

    public static BlobProperties Properties(this Response response) => new()
    {
        BlobType = response.Type(),
        ContentLength = response.Headers.ContentLengthLong ?? 0,
        ContentType = response.Headers.ContentType ?? "",
        ContentHash = response.Hash(),
        LastModified = response.Moment("Last-Modified"),
        CreatedOn = response.Moment("x-ms-creation-time"),
        Metadata = response.Metadata(),
        ETag = response.Headers.ETag ?? default,
        VersionId = response.VersionId(),
    };

    public static BlobDownloadDetails Details(this Response response) => new()
    {
        BlobType = response.Type(),
        ContentLength = response.Headers.ContentLengthLong ?? 0,
        ContentType = response.Headers.ContentType ?? "",
        ContentHash = response.Hash(),
        ContentRange = response.Headers.TryGetValue("Content-Range", out var range) ? range : null,
        LastModified = response.Moment("Last-Modified"),
        CreatedOn = response.Moment("x-ms-creation-time"),
        Metadata = response.Metadata(),
        ETag = response.Headers.ETag ?? default,
        VersionId = response.VersionId(),
    };

    private static byte[]? Hash(this Response response) =>
        response.Headers.TryGetValue("Content-MD5", out var value) ? Convert.FromBase64String(value) : null;

    private static BlobType Type(this Response response) =>
        response.Headers.TryGetValue("x-ms-blob-type", out var type) ? BlobListXml.TypeOf(type) : BlobType.Block;

    private static string? VersionId(this Response response) => response.Headers.TryGetValue("x-ms-version-id", out var version) ? version : null;

    private static DateTimeOffset Moment(this Response response, string header) =>
        response.Headers.TryGetValue(header, out var value) ? DateTimeOffset.Parse(value) : default;

    private static Dictionary<string, string> Metadata(this Response response) => response.Headers
        .Where(header => header.Name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(header => header.Name[MetadataPrefix.Length..], header => header.Value, StringComparer.OrdinalIgnoreCase);
}
