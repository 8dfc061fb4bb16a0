namespace Azure.Storage.Blobs.Models;

/// <summary>A blob after something about it was changed.</summary>
public class BlobInfo
{
    internal BlobInfo()
    {
    }

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }

    public string? VersionId { get; internal init; }
}
