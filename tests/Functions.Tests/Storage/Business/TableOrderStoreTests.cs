using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Business;

namespace TaskOrchestration.Functions.Tests.Storage.Business;

public sealed class TableOrderStoreTests : OrderStoreContract
{
    protected override IOrderStore CreateStore() => new TableOrderStore(EmulatedTables.Create());
}
