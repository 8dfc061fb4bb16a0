namespace Azure.Storage.Blobs.Models;

/// <summary>What is known of a blob.</summary>
public class BlobProperties
{
    public DateTimeOffset LastModified { get; internal init; }

    public DateTimeOffset CreatedOn { get; internal init; }

    public IDictionary<string, string> Metadata { get; internal init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public BlobType BlobType { get; internal init; }

    public long ContentLength { get; internal init; }

    public string ContentType { get; internal init; } = "";

    public ETag ETag { get; internal init; }

    public byte[]? ContentHash { get; internal init; }

    public string? VersionId { get; internal init; }
}
