using Azure.Core;
using Azure.Storage.Blobs.Rest;

namespace Azure.Storage.Blobs;

/// <summary>The blobs of a storage account.</summary>
public class BlobServiceClient
{
    private readonly BlobEndpoint endpoint = null!;

    public BlobServiceClient(string connectionString)
        : this(connectionString, new BlobClientOptions())
    {
    }

    public BlobServiceClient(string connectionString, BlobClientOptions options) =>
        endpoint = BlobEndpoint.Of(StorageConnection.Parse(connectionString), options);

    public BlobServiceClient(Uri serviceUri, TokenCredential credential, BlobClientOptions? options = default) =>
        endpoint = BlobEndpoint.Of(serviceUri, credential, options ?? new BlobClientOptions());

    protected BlobServiceClient()
    {
    }

    public virtual Uri Uri => endpoint.Service;

    public virtual string AccountName => endpoint.AccountName;

    public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName) => new(endpoint, blobContainerName);
}
