using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Executions;

public sealed class InMemoryExecutionRecordsTests : ExecutionRecordsContract
{
    private readonly InMemoryExecutionRecords records;

    public InMemoryExecutionRecordsTests() => records = new InMemoryExecutionRecords(Time);

    protected override IExecutionRecords Records => records;
}
