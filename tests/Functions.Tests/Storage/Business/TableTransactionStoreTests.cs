using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Business;

namespace TaskOrchestration.Functions.Tests.Storage.Business;

public sealed class TableTransactionStoreTests : TransactionStoreContract
{
    protected override ITransactionStore CreateStore() => new TableTransactionStore(EmulatedTables.Create());
}
