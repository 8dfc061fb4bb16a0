using TaskOrchestration.Functions.Storage.Workers;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Tests.Activities;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Workers;

public sealed class TableActivityStoreTests : ActivityStoreContract
{
    private readonly AzuriteAccount account = AzuriteServer.NewAccount();

    protected override IActivityStore Store => new TableActivityStore(EmulatedTables.Of(account));
}
