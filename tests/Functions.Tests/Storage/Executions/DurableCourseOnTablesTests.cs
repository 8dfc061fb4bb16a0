using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

public sealed class DurableCourseOnTablesTests : DurableCourseContract
{
    protected override IExecutionRecords NewRecords(TimeProvider time) =>
        new TableExecutionRecords(new EntityTables(StorageClients.Tables(new StorageConnection.ByText(AzuriteServer.NewAccount().ConnectionString))), time);
}
