using System.Text;
using System.Xml.Linq;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Rest;

namespace Azure.Storage.Blobs.Specialized;

/// <summary>A blob that is written in blocks.</summary>
public class BlockBlobClient : BlobBaseClient
{
    protected BlockBlobClient()
    {
    }

    internal BlockBlobClient(BlobEndpoint endpoint, string container, string name)
        : base(endpoint, container, name)
    {
    }

    public virtual async Task<Response<BlobContentInfo>> UploadAsync(Stream content, BlobUploadOptions? options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var message = Put(query: null);
        message.Request.Headers.Add("x-ms-blob-type", "BlockBlob");
        message.Request.SetBlobHeaders(options?.HttpHeaders);
        message.Request.SetMetadata(options?.Metadata);
        message.Request.SetConditions(options?.Conditions);
        message.Request.SetBody(content);
        await Endpoint.SendAsync(message, [201], cancellationToken);
        return Response.FromValue(message.Response.Written(), message.Response);
    }

    public virtual async Task<Response<BlockInfo>> StageBlockAsync(
        string base64BlockId, Stream content, BlockBlobStageBlockOptions? options = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(base64BlockId);
        ArgumentNullException.ThrowIfNull(content);
        using var message = Put($"comp=block&blockid={Uri.EscapeDataString(base64BlockId)}");
        message.Request.SetConditions(options?.Conditions);
        message.Request.SetBody(content);
        await Endpoint.SendAsync(message, [201], cancellationToken);
        return Response.FromValue(message.Response.Block(), message.Response);
    }

    public virtual async Task<Response<BlobContentInfo>> CommitBlockListAsync(
        IEnumerable<string> base64BlockIds, CommitBlockListOptions? options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(base64BlockIds);
        using var message = Put("comp=blocklist");
        message.Request.SetBlobHeaders(options?.HttpHeaders);
        message.Request.SetMetadata(options?.Metadata);
        message.Request.SetConditions(options?.Conditions);
        var list = new XElement("BlockList", base64BlockIds.Select(id => new XElement("Latest", id)));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>{list}"));
        message.Request.SetBody(content);
        await Endpoint.SendAsync(message, [201], cancellationToken);
        return Response.FromValue(message.Response.Written(), message.Response);
    }

    private HttpMessage Put(string? query) => Endpoint.Message(RequestMethod.Put, Endpoint.UriOf(BlobContainerName, Name), query);
}
