using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Stores;

public sealed class SqliteTaskStoreLaws : TaskStoreLaws, IDisposable
{
    private readonly TemporaryDatabases databases = new();

    protected override int Cases => Thoroughness.Cases(25);

    public void Dispose() => databases.Dispose();

    /// <summary>With steps so few that every way to look for a text is gone.</summary>
    protected override ITaskStore CreateStore() => new SqliteTaskStore(databases.Create(), new TaskSearchLimits(Few: 2, ShortWalk: 2, LongWalk: 4));
}
