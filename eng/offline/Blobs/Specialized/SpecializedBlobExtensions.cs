namespace Azure.Storage.Blobs.Specialized;

/// <summary>Clients for blobs of one type.</summary>
public static class SpecializedBlobExtensions
{
    public static BlockBlobClient GetBlockBlobClient(this BlobContainerClient client, string blobName)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new BlockBlobClient(client.Endpoint, client.Name, blobName);
    }
}
