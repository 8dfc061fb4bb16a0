using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Functions.Storage.Blobs;

namespace TaskOrchestration.Functions.Storage.Access;

/// <summary>The second place where the end of the audit journal is noted: a blob, in a container of its own.</summary>
/// <remarks>
/// It is written after the journal and not waited for: it may name an older record, never one that the journal does not have. Several instances write it, each
/// only what is later than what it says.
/// </remarks>
internal sealed class AuditHeadBlob(BlobContainerClient container)
{
    /// <summary>What the container is called.</summary>
    public const string ContainerName = "audit";

    private const string Name = "head";

    /// <summary>How often is tried for the last word, before it is left to whoever else has it all the time.</summary>
    private const int MostAttempts = 20;

    private BlobRequestConditions? unchanged;

    /// <summary>The head that is noted; none if none is, or the blob holds something else.</summary>
    public async ValueTask<AuditHead?> ReadAsync(CancellationToken cancellationToken) => (await FindAsync(cancellationToken)).Head;

    /// <summary>Notes a head, unless a later one is noted. For one caller at a time.</summary>
    /// <exception cref="IOException">The blob cannot be written, because somebody holds it or writes it all the time.</exception>
    public async ValueTask WriteAsync(AuditHead head, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (unchanged is not null && await TryWriteAsync(head, unchanged, cancellationToken))
            {
                return;
            }

            (var noted, unchanged) = await FindAsync(cancellationToken);
            if (noted is not null && noted.Sequence >= head.Sequence)
            {
                return;
            }
        }

        throw new IOException($"Expected to note {head} in the blob '{Name}', found that it was refused {MostAttempts} times.");
    }

    /// <summary>What is noted, and the conditions under which nobody has noted anything else.</summary>
    private async ValueTask<(AuditHead? Head, BlobRequestConditions Unchanged)> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = (await BlobRequests.SendAsync(() => container.GetBlobClient(Name).DownloadContentAsync(cancellationToken), cancellationToken)).Value;
            return (AuditHead.TryParse(found.Content.ToString(), out var head) ? head : null, new BlobRequestConditions { IfMatch = found.Details.ETag });
        }
        catch (RequestFailedException e) when (BlobRequests.IsMissing(e))
        {
            return (null, new BlobRequestConditions { IfNoneMatch = ETag.All });
        }
    }

    private async ValueTask<bool> TryWriteAsync(AuditHead head, BlobRequestConditions conditions, CancellationToken cancellationToken)
    {
        try
        {
            var text = BinaryData.FromString($"{head.Sequence:D20}:{head.Hash}\n");
            var written = await BlobRequests.SendAsync(
                () => container.GetBlobClient(Name).UploadAsync(text, new BlobUploadOptions { Conditions = conditions }, cancellationToken), cancellationToken);
            unchanged = new BlobRequestConditions { IfMatch = written.Value.ETag };
            return true;
        }
        catch (RequestFailedException e) when (BlobRequests.IsContainerMissing(e))
        {
            await BlobRequests.SendAsync(() => container.CreateIfNotExistsAsync(cancellationToken: cancellationToken), cancellationToken);
            return false;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }
}
