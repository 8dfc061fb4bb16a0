using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Tests.Journals;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

public sealed class SqliteStatusOutboxTests : StatusOutboxContract, IDisposable
{
    private readonly TemporarySqliteFile file = new();

    public SqliteStatusOutboxTests() => Outbox = new SqliteStatusOutbox(file.File);

    protected override IStatusOutbox Outbox { get; }

    public void Dispose() => file.Dispose();
}
