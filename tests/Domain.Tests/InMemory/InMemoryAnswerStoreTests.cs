using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;

namespace TaskOrchestration.Domain.Tests.InMemory;

public sealed class InMemoryAnswerStoreTests : AnswerStoreContract
{
    protected override IAnswerStore CreateStore() => new InMemoryAnswerStore();
}
