using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage.Tasks;

namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

public sealed class TableTaskStoreTests : TaskStoreContract
{
    protected override ITaskStore CreateStore() => new TableTaskStore(EmulatedTables.Create(), TimeProvider.System);
}
