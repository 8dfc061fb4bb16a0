using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Tests.Journals;

namespace TaskOrchestration.Orchestrations.Tests.MapRuns;

public sealed class SqliteMapRunStoreTests : MapRunStoreContract, IDisposable
{
    private readonly TemporarySqliteFile file = new();

    public SqliteMapRunStoreTests() => Store = new SqliteMapRunStore(file.File);

    protected override IMapRunStore Store { get; }

    public void Dispose() => file.Dispose();
}
