using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

public sealed class TableExecutionRecordsTests : ExecutionRecordsContract, IAsyncLifetime
{
    private readonly TableServiceClient account = new(AzuriteServer.NewAccount().ConnectionString);
    private readonly TableExecutionRecords records;

    public TableExecutionRecordsTests() => records = new TableExecutionRecords(account, Time);

    protected override IExecutionRecords Records => records;

    public async Task InitializeAsync()
    {
        await account.CreateTableIfNotExistsAsync(TableExecutionRecords.TableName);
        await account.CreateTableIfNotExistsAsync(TableExecutionRecords.IndexTableName);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
