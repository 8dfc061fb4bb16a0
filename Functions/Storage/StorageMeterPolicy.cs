using Azure.Core;
using Azure.Core.Pipeline;

namespace TaskOrchestration.Functions.Storage;

/// <summary>Tells <see cref="StorageMeter"/> of every request that goes out.</summary>
internal sealed class StorageMeterPolicy : HttpPipelineSynchronousPolicy
{
    public static readonly StorageMeterPolicy OfTables = new(StorageMeter.CountTable);
    public static readonly StorageMeterPolicy OfBlobs = new(StorageMeter.CountBlob);

    private readonly Action count;

    private StorageMeterPolicy(Action count) => this.count = count;

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message) => count();
}
