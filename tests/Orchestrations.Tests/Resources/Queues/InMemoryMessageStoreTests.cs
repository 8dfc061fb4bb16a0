using TaskOrchestration.Orchestrations.Resources.Queues;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Queues;

public sealed class InMemoryMessageStoreTests : MessageStoreContract
{
    protected override IMessageStore CreateStore() => new InMemoryMessageStore(Time);
}
