using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Executions;

public sealed class OpenExecutionsTests : OpenExecutionsContract
{
    private readonly InMemoryExecutionRecords records;

    public OpenExecutionsTests() => records = new InMemoryExecutionRecords(Time);

    protected override IExecutionRecords Records => records;
}
