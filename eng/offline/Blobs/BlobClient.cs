using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Rest;
using Azure.Storage.Blobs.Specialized;

namespace Azure.Storage.Blobs;

/// <summary>A blob that is written as a whole.</summary>
public class BlobClient : BlobBaseClient
{
    /// <summary>The most bytes that are sent in one request.</summary>
    private const long LargestPut = 256L << 20;

    private const int BlockBytes = 8 << 20;

    protected BlobClient()
    {
    }

    internal BlobClient(BlobEndpoint endpoint, string container, string name, string? versionId = null)
        : base(endpoint, container, name, versionId)
    {
    }

    public virtual Task<Response<BlobContentInfo>> UploadAsync(Stream content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(content, Overwriting(overwrite), cancellationToken);

    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(content, Overwriting(overwrite), cancellationToken);

    public virtual async Task<Response<BlobContentInfo>> UploadAsync(
        BinaryData content, BlobUploadOptions? options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var stream = content.ToStream();
        return await UploadAsync(stream, options, cancellationToken);
    }

    public virtual async Task<Response<BlobContentInfo>> UploadAsync(Stream content, BlobUploadOptions? options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var blob = new BlockBlobClient(Endpoint, BlobContainerName, Name);
        return content.CanSeek && content.Length - content.Position <= LargestPut
            ? await blob.UploadAsync(content, options, cancellationToken)
            : await blob.CommitBlockListAsync(
                await StageAsync(blob, content, cancellationToken),
                new CommitBlockListOptions { HttpHeaders = options?.HttpHeaders, Metadata = options?.Metadata, Conditions = options?.Conditions },
                cancellationToken);
    }

    public new BlobClient WithVersion(string versionId) => new(Endpoint, BlobContainerName, Name, versionId);

    private static BlobUploadOptions Overwriting(bool overwrite) =>
        new() { Conditions = overwrite ? null : new BlobRequestConditions { IfNoneMatch = ETag.All } };

    private static async Task<List<string>> StageAsync(BlockBlobClient blob, Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[BlockBytes];
        var ids = new List<string>();
        for (int read; (read = await content.ReadAtLeastAsync(buffer, BlockBytes, throwOnEndOfStream: false, cancellationToken)) > 0;)
        {
            ids.Add(Convert.ToBase64String(Guid.NewGuid().ToByteArray()));
            using var block = new MemoryStream(buffer, 0, read);
            await blob.StageBlockAsync(ids[^1], block, cancellationToken: cancellationToken);
        }

        return ids;
    }
}
