namespace Azure.Storage.Blobs.Models;

/// <summary>How a blob is made of its blocks.</summary>
public class CommitBlockListOptions
{
    public BlobHttpHeaders? HttpHeaders { get; set; }

    public IDictionary<string, string>? Metadata { get; set; }

    public BlobRequestConditions? Conditions { get; set; }
}
