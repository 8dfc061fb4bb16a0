using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

public sealed class TableExecutionRecordsTests : ExecutionRecordsContract
{
    private readonly TableExecutionRecords records;

    public TableExecutionRecordsTests() =>
        records = new TableExecutionRecords(new EntityTables(StorageClients.Tables(new StorageConnection.ByText(AzuriteServer.NewAccount().ConnectionString))), Time);

    protected override IExecutionRecords Records => records;
}
