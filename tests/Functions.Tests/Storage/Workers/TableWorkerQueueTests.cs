using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Workers;
using TaskOrchestration.Functions.Tests.Workers;
using TaskOrchestration.Functions.Workers;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Workers;

public sealed class TableWorkerQueueTests : WorkerQueueContract
{
    private readonly AzuriteAccount account = AzuriteServer.NewAccount();

    protected override IWorkerQueue Queue => new TableWorkerQueue(new EntityTables(StorageClients.Tables(new StorageConnection.ByText(account.ConnectionString))));
}
