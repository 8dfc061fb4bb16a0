using TaskOrchestration.Functions.Storage.Workers;
using TaskOrchestration.Functions.Tests.Workers;
using TaskOrchestration.Functions.Workers;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Workers;

public sealed class TableWaitingLineTests : WaitingLineContract
{
    private readonly AzuriteAccount account = AzuriteServer.NewAccount();

    protected override IWaitingLine Queue => new TableWaitingLine(EmulatedTables.Of(account));
}
