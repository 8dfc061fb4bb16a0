using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;

namespace TaskOrchestration.Domain.Tests.InMemory;

public sealed class InMemoryTransactionStoreTests : TransactionStoreContract
{
    protected override ITransactionStore CreateStore() => new InMemoryTransactionStore();
}
