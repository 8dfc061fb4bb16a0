using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Orchestrations.Tests.Journals;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

public sealed class SqliteActivityStoreTests : ActivityStoreContract, IDisposable
{
    private readonly TemporarySqliteFile file = new();

    public SqliteActivityStoreTests() => Store = new SqliteActivityStore(file.File);

    protected override IActivityStore Store { get; }

    public void Dispose() => file.Dispose();
}
