namespace Azure.Storage.Blobs.Models;

/// <summary>A blob after it was written.</summary>
public class BlobContentInfo
{
    internal BlobContentInfo()
    {
    }

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }

    public byte[]? ContentHash { get; internal init; }

    public string? VersionId { get; internal init; }
}
