namespace Azure.Storage.Blobs.Models;

/// <summary>A blob in a list.</summary>
public class BlobItem
{
    internal BlobItem()
    {
    }

    public string Name { get; internal init; } = "";

    public bool Deleted { get; internal init; }

    public string? Snapshot { get; internal init; }

    public string? VersionId { get; internal init; }

    public bool? IsLatestVersion { get; internal init; }

    public BlobItemProperties Properties { get; internal init; } = new();

    /// <summary>Its metadata; null unless the list was asked for it.</summary>
    public IDictionary<string, string>? Metadata { get; internal init; }
}
