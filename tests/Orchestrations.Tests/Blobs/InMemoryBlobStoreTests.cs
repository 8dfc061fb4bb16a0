using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Orchestrations.Tests.Blobs;

public sealed class InMemoryBlobStoreTests : BlobStoreContract
{
    protected override IBlobStore CreateStore() => new InMemoryBlobStore(Time);
}
