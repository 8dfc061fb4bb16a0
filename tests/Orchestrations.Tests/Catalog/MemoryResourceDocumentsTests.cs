using TaskOrchestration.Orchestrations.Catalog;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public sealed class MemoryResourceDocumentsTests : ResourceDocumentsContract
{
    protected override IResourceDocuments Documents { get; } = new MemoryResourceDocuments();
}
