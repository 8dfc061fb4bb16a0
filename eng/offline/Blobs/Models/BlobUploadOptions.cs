namespace Azure.Storage.Blobs.Models;

/// <summary>How a blob is uploaded.</summary>
public class BlobUploadOptions
{
    public BlobHttpHeaders? HttpHeaders { get; set; }

    public IDictionary<string, string>? Metadata { get; set; }

    public BlobRequestConditions? Conditions { get; set; }
}
