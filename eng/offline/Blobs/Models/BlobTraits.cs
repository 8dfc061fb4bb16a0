namespace Azure.Storage.Blobs.Models;

/// <summary>What a list says of each blob beside its properties.</summary>
[Flags]
#pragma warning disable MA0062 // The values are those of the original.
public enum BlobTraits
#pragma warning restore MA0062
{
    None = 0,
    CopyStatus = 1,
    Metadata = 2,
    Tags = 4,
    ImmutabilityPolicy = 8,
    LegalHold = 16,
    All = ~None,
}
