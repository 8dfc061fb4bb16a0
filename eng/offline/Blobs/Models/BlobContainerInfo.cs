namespace Azure.Storage.Blobs.Models;

/// <summary>A container after it was changed.</summary>
public class BlobContainerInfo
{
    internal BlobContainerInfo()
    {
    }

    public ETag ETag { get; internal init; }

    public DateTimeOffset LastModified { get; internal init; }
}
