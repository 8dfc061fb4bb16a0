namespace Azure.Storage.Blobs.Models;

/// <summary>What becomes of the snapshots of a blob that is deleted.</summary>
public enum DeleteSnapshotsOption
{
    None,
    IncludeSnapshots,
    OnlySnapshots,
}
