using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Tests.Executions;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

public sealed class OpenExecutionsOnTablesTests : OpenExecutionsContract
{
    private readonly TableExecutionRecords records;

    public OpenExecutionsOnTablesTests() => records = new TableExecutionRecords(EmulatedTables.Create(), Time);

    protected override IExecutionRecords Records => records;
}
