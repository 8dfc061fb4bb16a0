using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public sealed class SqliteStateMachineStoreTests : StateMachineStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public SqliteStateMachineStoreTests()
    {
        file = new SqliteFile(Path.Combine(folder.Path, "machines.db"));
        Store = new SqliteStateMachineStore(file);
    }

    protected override IStateMachineStore Store { get; }

    [Fact]
    public async Task Another_store_on_the_file_finds_what_this_one_has_added()
    {
        await Adds_an_ARN_only_once();

        var found = await new SqliteStateMachineStore(file).ListAsync(after: null, limit: 9);

        Assert.Equal(await Store.ListAsync(after: null, limit: 9), found);
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
