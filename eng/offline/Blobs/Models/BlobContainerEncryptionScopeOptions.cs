namespace Azure.Storage.Blobs.Models;

/// <summary>How the blobs of a container are encrypted.</summary>
public class BlobContainerEncryptionScopeOptions
{
    public string? DefaultEncryptionScope { get; set; }

    public bool PreventEncryptionScopeOverride { get; set; }
}
