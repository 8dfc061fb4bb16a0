using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.MapRuns;

public sealed class SqliteMapRunStoreTests : MapRunStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public SqliteMapRunStoreTests()
    {
        file = new SqliteFile(Path.Combine(folder.Path, "executions.db"));
        Store = new SqliteMapRunStore(file);
    }

    protected override IMapRunStore Store { get; }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
