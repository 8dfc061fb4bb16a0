namespace Azure.Storage.Blobs.Models;

/// <summary>What a list says of each blob beside its properties.</summary>
[Flags]
public enum BlobTraits
{
    None = 0,
    CopyStatus = 1,
    Metadata = 2,
    Tags = 4,
    ImmutabilityPolicy = 8,
    LegalHold = 16,
    All = ~None,
}
