using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Executions;

public sealed class DurableCourseTests : DurableCourseContract
{
    protected override IExecutionRecords NewRecords(TimeProvider time) => new InMemoryExecutionRecords(time);
}
