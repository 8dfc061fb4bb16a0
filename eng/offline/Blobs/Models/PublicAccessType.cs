namespace Azure.Storage.Blobs.Models;

/// <summary>What of a container anybody may read.</summary>
public enum PublicAccessType
{
    None,
    BlobContainer,
    Blob,
}
