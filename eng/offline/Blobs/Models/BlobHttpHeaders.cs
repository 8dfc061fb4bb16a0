namespace Azure.Storage.Blobs.Models;

/// <summary>The headers a blob is served with.</summary>
public class BlobHttpHeaders
{
    public string? ContentType { get; set; }

    public byte[]? ContentHash { get; set; }

    public string? ContentEncoding { get; set; }

    public string? ContentLanguage { get; set; }

    public string? ContentDisposition { get; set; }

    public string? CacheControl { get; set; }
}
