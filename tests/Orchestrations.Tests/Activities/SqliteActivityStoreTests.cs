using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

public sealed class SqliteActivityStoreTests : ActivityStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public SqliteActivityStoreTests()
    {
        file = new SqliteFile(Path.Combine(folder.Path, "activities.db"));
        Store = new SqliteActivityStore(file);
    }

    protected override IActivityStore Store { get; }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
