namespace Azure.Storage.Blobs.Models;

/// <summary>What a list says of a blob.</summary>
public class BlobItemProperties
{
    internal BlobItemProperties()
    {
    }

    public DateTimeOffset? LastModified { get; internal init; }

    public long? ContentLength { get; internal init; }

    public string? ContentType { get; internal init; }

    public byte[]? ContentHash { get; internal init; }

    public BlobType? BlobType { get; internal init; }

    public ETag? ETag { get; internal init; }

    public DateTimeOffset? CreatedOn { get; internal init; }
}
