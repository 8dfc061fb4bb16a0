using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Executions;

public sealed class FactMemoryTests : FactMemoryContract
{
    private readonly InMemoryExecutionRecords records;

    public FactMemoryTests() => records = new InMemoryExecutionRecords(Time);

    protected override IExecutionRecords Records => records;
}
