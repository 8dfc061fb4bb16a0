namespace Azure.Storage.Blobs.Models;

/// <summary>A blob whose content is still to be read.</summary>
public class BlobDownloadStreamingResult : IDisposable
{
    internal BlobDownloadStreamingResult(BlobDownloadDetails details, Stream content) => (Details, Content) = (details, content);

    public BlobDownloadDetails Details { get; }

    public Stream Content { get; }

    public void Dispose()
    {
        Content.Dispose();
        GC.SuppressFinalize(this);
    }
}
