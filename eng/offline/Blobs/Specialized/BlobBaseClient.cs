using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Rest;

namespace Azure.Storage.Blobs.Specialized;

/// <summary>A blob of any type.</summary>
public class BlobBaseClient
{
    private static readonly string[] Missing = ["BlobNotFound", "ContainerNotFound"];

    private readonly string container = "";
    private readonly string name = "";
    private readonly string? versionQuery;
    private readonly Uri uri = null!;

    protected BlobBaseClient()
    {
    }

    internal BlobBaseClient(BlobEndpoint endpoint, string container, string name, string? versionId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(container);
        ArgumentException.ThrowIfNullOrEmpty(name);
        versionQuery = string.IsNullOrEmpty(versionId) ? null : $"versionid={Uri.EscapeDataString(versionId)}";
        (Endpoint, this.container, this.name) = (endpoint, container, name);
        uri = new UriBuilder(endpoint.UriOf(container, name)) { Query = versionQuery }.Uri;
    }

    public virtual Uri Uri => uri;

    public virtual string AccountName => Endpoint.AccountName;

    public virtual string BlobContainerName => container;

    public virtual string Name => name;

    internal BlobEndpoint Endpoint { get; } = null!;

    public virtual BlobBaseClient WithVersion(string versionId) => new(Endpoint, BlobContainerName, Name, versionId);

    /// <summary>The content as it comes over the wire. Reading fails when the connection does.</summary>
    public virtual async Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
        BlobDownloadOptions? options = default, CancellationToken cancellationToken = default)
    {
        using var message = Message(RequestMethod.Get);
        message.BufferResponse = false;
        message.Request.SetIfAny("x-ms-range", options is { Range: var range } && range != default ? range.ToString() : null);
        message.Request.SetConditions(options?.Conditions);
        await Endpoint.SendAsync(message, [200, 206], cancellationToken);
        var details = message.Response.Details();
        return Response.FromValue(new BlobDownloadStreamingResult(details, message.ExtractResponseContent() ?? Stream.Null), message.Response);
    }

    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken) => DownloadContentAsync(null, cancellationToken);

    public virtual async Task<Response<BlobDownloadResult>> DownloadContentAsync(
        BlobDownloadOptions? options = default, CancellationToken cancellationToken = default)
    {
        var streaming = await DownloadStreamingAsync(options, cancellationToken);
        using var result = streaming.Value;
        var content = await BinaryData.FromStreamAsync(result.Content, cancellationToken);
        return Response.FromValue(new BlobDownloadResult(result.Details, content), streaming.GetRawResponse());
    }

    public virtual async Task<Response<BlobProperties>> GetPropertiesAsync(BlobRequestConditions? conditions = default, CancellationToken cancellationToken = default)
    {
        using var message = Message(RequestMethod.Head);
        message.Request.SetConditions(conditions);
        await Endpoint.SendAsync(message, [200], cancellationToken);
        return Response.FromValue(message.Response.Properties(), message.Response);
    }

    public virtual async Task<Response<BlobInfo>> SetMetadataAsync(
        IDictionary<string, string>? metadata, BlobRequestConditions? conditions = default, CancellationToken cancellationToken = default)
    {
        using var message = Endpoint.Message(RequestMethod.Put, Endpoint.UriOf(BlobContainerName, Name), "comp=metadata");
        message.Request.SetMetadata(metadata);
        message.Request.SetConditions(conditions);
        await Endpoint.SendAsync(message, [200], cancellationToken);
        return Response.FromValue(message.Response.Changed(), message.Response);
    }

    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = Message(RequestMethod.Head);
        return Response.FromValue(await Endpoint.SendAsync(message, 200, Missing, cancellationToken), message.Response);
    }

    public virtual async Task<Response> DeleteAsync(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None, BlobRequestConditions? conditions = default, CancellationToken cancellationToken = default)
    {
        using var message = Deletion(snapshotsOption, conditions);
        await Endpoint.SendAsync(message, [202], cancellationToken);
        return message.Response;
    }

    public virtual async Task<Response<bool>> DeleteIfExistsAsync(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None, BlobRequestConditions? conditions = default, CancellationToken cancellationToken = default)
    {
        using var message = Deletion(snapshotsOption, conditions);
        return Response.FromValue(await Endpoint.SendAsync(message, 202, Missing, cancellationToken), message.Response);
    }

    private HttpMessage Deletion(DeleteSnapshotsOption snapshots, BlobRequestConditions? conditions)
    {
        var message = Message(RequestMethod.Delete);
        message.Request.SetIfAny("x-ms-delete-snapshots", snapshots switch
        {
            DeleteSnapshotsOption.IncludeSnapshots => "include",
            DeleteSnapshotsOption.OnlySnapshots => "only",
            _ => null,
        });
        message.Request.SetConditions(conditions);
        return message;
    }

    private HttpMessage Message(RequestMethod method) => Endpoint.Message(method, Endpoint.UriOf(BlobContainerName, Name), versionQuery);
}
