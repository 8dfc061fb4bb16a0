namespace Azure.Storage.Blobs.Models;

/// <summary>What a list contains beside blobs as they are now.</summary>
[Flags]
#pragma warning disable MA0062 // The values are those of the original.
public enum BlobStates
#pragma warning restore MA0062
{
    None = 0,
    Snapshots = 1,
    Uncommitted = 2,
    Deleted = 4,
    Version = 8,
    DeletedWithVersions = 16,
    All = ~None,
}
