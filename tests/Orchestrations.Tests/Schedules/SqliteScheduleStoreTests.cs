using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Orchestrations.Tests.Stores;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

public sealed class SqliteScheduleStoreTests : ScheduleStoreContract, IDisposable
{
    private readonly TemporaryDatabases databases = new();

    public void Dispose() => databases.Dispose();

    protected override IScheduleStore CreateStore() => new SqliteScheduleStore(databases.Create());
}
