namespace Azure.Storage.Blobs.Models;

/// <summary>What is known of a blob that is downloaded, and of the part of it that is.</summary>
public class BlobDownloadDetails
{
    public BlobType BlobType { get; internal init; }

    /// <summary>The size of the part that is downloaded.</summary>
    public long ContentLength { get; internal init; }

    public string ContentType { get; internal init; } = "";

    public byte[]? ContentHash { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }

    public IDictionary<string, string> Metadata { get; internal init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Which part of how much is downloaded, if a part was asked for.</summary>
    public string? ContentRange { get; internal init; }

    public ETag ETag { get; internal init; }

    public string? VersionId { get; internal init; }

    public DateTimeOffset CreatedOn { get; internal init; }
}
