namespace Azure.Storage.Blobs.Models;

/// <summary>How a blob is written.</summary>
public enum BlobType
{
    Block,
    Page,
    Append,
}
