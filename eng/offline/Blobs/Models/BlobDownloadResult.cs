namespace Azure.Storage.Blobs.Models;

/// <summary>A blob with its content in memory.</summary>
public class BlobDownloadResult
{
    internal BlobDownloadResult(BlobDownloadDetails details, BinaryData content) => (Details, Content) = (details, content);

    public BlobDownloadDetails Details { get; }

    public BinaryData Content { get; }
}
