using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Rest;

namespace Azure.Storage.Blobs;

/// <summary>A container of blobs.</summary>
public class BlobContainerClient
{
    private readonly string name = "";
    private readonly Uri uri = null!;

    public BlobContainerClient(string connectionString, string blobContainerName)
        : this(connectionString, blobContainerName, new BlobClientOptions())
    {
    }

    public BlobContainerClient(string connectionString, string blobContainerName, BlobClientOptions options)
        : this(BlobEndpoint.Of(StorageConnection.Parse(connectionString), options), blobContainerName)
    {
    }

    protected BlobContainerClient()
    {
    }

    internal BlobContainerClient(BlobEndpoint endpoint, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (Endpoint, this.name, uri) = (endpoint, name, endpoint.UriOf(name));
    }

    public virtual Uri Uri => uri;

    public virtual string AccountName => Endpoint.AccountName;

    public virtual string Name => name;

    internal BlobEndpoint Endpoint { get; } = null!;

    public virtual BlobClient GetBlobClient(string blobName) => new(Endpoint, Name, blobName);

    /// <summary>Makes the container; answers null if it was there already.</summary>
    public virtual async Task<Response<BlobContainerInfo>> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = default,
        BlobContainerEncryptionScopeOptions? encryptionScopeOptions = default,
        CancellationToken cancellationToken = default)
    {
        using var message = Endpoint.Message(RequestMethod.Put, Uri, "restype=container");
        message.Request.SetMetadata(metadata);
        message.Request.SetIfAny("x-ms-blob-public-access", publicAccessType switch
        {
            PublicAccessType.BlobContainer => "container",
            PublicAccessType.Blob => "blob",
            _ => null,
        });
        if (encryptionScopeOptions is { DefaultEncryptionScope: { } scope })
        {
            message.Request.Headers.Add("x-ms-default-encryption-scope", scope);
            message.Request.Headers.Add("x-ms-deny-encryption-scope-override", encryptionScopeOptions.PreventEncryptionScopeOverride ? "true" : "false");
        }

        return await Endpoint.SendAsync(message, 201, ["ContainerAlreadyExists"], cancellationToken)
            ? Response.FromValue(message.Response.Container(), message.Response)
            : null!;
    }

    public virtual async Task<Response<bool>> DeleteIfExistsAsync(BlobRequestConditions? conditions = default, CancellationToken cancellationToken = default)
    {
        using var message = Endpoint.Message(RequestMethod.Delete, Uri, "restype=container");
        message.Request.SetConditions(conditions);
        return Response.FromValue(await Endpoint.SendAsync(message, 202, ["ContainerNotFound"], cancellationToken), message.Response);
    }

    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = Endpoint.Message(RequestMethod.Head, Uri, "restype=container");
        return Response.FromValue(await Endpoint.SendAsync(message, 200, ["ContainerNotFound"], cancellationToken), message.Response);
    }

    public virtual AsyncPageable<BlobItem> GetBlobsAsync(GetBlobsOptions? options = default, CancellationToken cancellationToken = default) =>
        new BlobPages(Endpoint, Uri, options ?? new GetBlobsOptions(), cancellationToken);

    public virtual Task<Response> DeleteBlobAsync(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = default,
        CancellationToken cancellationToken = default) => GetBlobClient(blobName).DeleteAsync(snapshotsOption, conditions, cancellationToken);

    public virtual Task<Response<bool>> DeleteBlobIfExistsAsync(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = default,
        CancellationToken cancellationToken = default) => GetBlobClient(blobName).DeleteIfExistsAsync(snapshotsOption, conditions, cancellationToken);
}
