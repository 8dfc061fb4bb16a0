using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

public sealed class SqliteStatusOutboxTests : StatusOutboxContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public SqliteStatusOutboxTests()
    {
        file = new SqliteFile(Path.Combine(folder.Path, "executions.db"));
        Outbox = new SqliteStatusOutbox(file);
    }

    protected override IStatusOutbox Outbox { get; }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
