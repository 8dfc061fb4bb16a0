namespace Azure.Storage.Blobs.Models;

/// <summary>What a list contains beside blobs as they are now.</summary>
[Flags]
public enum BlobStates
{
    None = 0,
    Snapshots = 1,
    Uncommitted = 2,
    Deleted = 4,
    Version = 8,
    DeletedWithVersions = 16,
    All = ~None,
}
