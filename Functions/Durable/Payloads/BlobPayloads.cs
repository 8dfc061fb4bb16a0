using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace TaskOrchestration.Functions.Durable.Payloads;

/// <summary>Long texts as blobs of a container of their own.</summary>
public sealed class BlobPayloads(BlobContainerClient container) : IPayloads
{
    /// <summary>The name of the container.</summary>
    public const string ContainerName = "payloads";

    private const string ContainerNotFound = "ContainerNotFound";

    /// <inheritdoc/>
    public async Task WriteAsync(string name, string text, CancellationToken cancellationToken = default)
    {
        var blob = container.GetBlobClient(name);
        var content = BinaryData.FromString(text);
        try
        {
            await blob.UploadAsync(content, overwrite: true, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await blob.UploadAsync(content, overwrite: true, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<string> ReadAsync(string name, CancellationToken cancellationToken = default)
    {
        var content = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
        return content.Value.Content.ToString();
    }

    /// <inheritdoc/>
    public async Task DeleteAllAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{instanceId}/" }, cancellationToken))
            {
                await container.DeleteBlobIfExistsAsync(blob.Name, DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
            }
        }
        catch (RequestFailedException e) when (e.ErrorCode == ContainerNotFound)
        {
            // Nothing was ever written.
        }
    }
}
