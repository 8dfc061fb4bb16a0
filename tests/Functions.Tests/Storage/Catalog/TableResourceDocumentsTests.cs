using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Catalog;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Tests.Catalog;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Catalog;

public sealed class TableResourceDocumentsTests : ResourceDocumentsContract
{
    private readonly AzuriteAccount account = AzuriteServer.NewAccount();

    protected override IResourceDocuments Documents => new TableResourceDocuments(new EntityTables(StorageClients.Tables(new StorageConnection.ByText(account.ConnectionString))));
}
