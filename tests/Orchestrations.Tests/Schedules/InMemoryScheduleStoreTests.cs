using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

public class InMemoryScheduleStoreTests : ScheduleStoreContract
{
    protected override IScheduleStore CreateStore() => new InMemoryScheduleStore();
}
