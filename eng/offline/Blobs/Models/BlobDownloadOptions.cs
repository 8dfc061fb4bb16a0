namespace Azure.Storage.Blobs.Models;

/// <summary>What of a blob is downloaded.</summary>
public class BlobDownloadOptions
{
    public HttpRange Range { get; set; }

    public BlobRequestConditions? Conditions { get; set; }
}
