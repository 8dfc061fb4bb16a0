using System.Buffers.Binary;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Functions.Storage.Blobs;

/// <summary>Writes one version. Content of one piece is one request; of what is larger, nothing is seen until the list of its blocks is committed.</summary>
internal sealed class BlobWriting(BlobContainerClient container, string path, string versionId, BlobDraft draft, TimeProvider time)
{
    private const string AnyContentType = "application/octet-stream";

    private readonly string name = BlobNames.Of(path, versionId);
    private readonly List<string> blocks = [];

    public async ValueTask<BlobVersion> WriteAsync(Stream content, CancellationToken cancellationToken)
    {
        using var pieces = new ContentPieces(content, draft.MaximumBytes);
        using var first = await pieces.NextAsync(cancellationToken);
        if (!pieces.IsAtEnd)
        {
            await StageAsync(first, pieces, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var version = new BlobVersion(path, versionId, pieces.Length, draft.ContentType, pieces.Sha256, time.GetUtcNow(), draft.By);
        try
        {
            // From here on nobody gives up: it could not be told whether the version is there.
            await CommitAsync(version, first);
        }
        catch (Exception failure)
        {
            await WithdrawAsync(failure);
            throw;
        }

        return version;
    }

    private async ValueTask StageAsync(MemoryStream first, ContentPieces pieces, CancellationToken cancellationToken)
    {
        await StageAsync(first, cancellationToken);
        while (!pieces.IsAtEnd)
        {
            using var piece = await pieces.NextAsync(cancellationToken);
            if (piece.Length > 0)
            {
                await StageAsync(piece, cancellationToken);
            }
        }
    }

    private async ValueTask StageAsync(MemoryStream piece, CancellationToken cancellationToken)
    {
        var number = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(number, blocks.Count);
        blocks.Add(Convert.ToBase64String(number));
        await BlobRequests.SendAsync(() => container.GetBlockBlobClient(name).StageBlockAsync(blocks[^1], piece, cancellationToken: cancellationToken), cancellationToken);
    }

    private async ValueTask CommitAsync(BlobVersion version, MemoryStream first)
    {
        var labels = BlobLabels.Of(version);
        var headers = new BlobHttpHeaders { ContentType = draft.ContentType.All(c => c is >= ' ' and <= '~') ? draft.ContentType : AnyContentType };
        await BlobRequests.SendAsync(
            () => blocks.Count > 0
                ? container.GetBlockBlobClient(name).CommitBlockListAsync(
                    blocks, new CommitBlockListOptions { HttpHeaders = headers, Metadata = labels }, CancellationToken.None)
                : container.GetBlobClient(name).UploadAsync(
                    first, new BlobUploadOptions { HttpHeaders = headers, Metadata = labels }, CancellationToken.None),
            CancellationToken.None);
    }

    /// <summary>Takes the version back, if it has come to be there although the answer did not say so.</summary>
    private async ValueTask WithdrawAsync(Exception failure)
    {
        try
        {
            await BlobRequests.SendAsync(
                () => container.DeleteBlobIfExistsAsync(name, DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: CancellationToken.None),
                CancellationToken.None);
        }
        catch (TransientFailureException)
        {
            throw new TransientFailureException($"Whether version {versionId} of '{path}' was written cannot be told: {failure.Message}");
        }
    }
}
