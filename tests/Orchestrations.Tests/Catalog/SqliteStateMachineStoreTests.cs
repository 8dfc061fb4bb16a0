using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Orchestrations.Tests.Journals;

namespace TaskOrchestration.Orchestrations.Tests.Catalog;

public sealed class SqliteStateMachineStoreTests : StateMachineStoreContract, IDisposable
{
    private readonly TemporarySqliteFile file = new();

    public SqliteStateMachineStoreTests() => Store = new SqliteStateMachineStore(file.File);

    protected override IStateMachineStore Store { get; }

    [Fact]
    public async Task Another_store_on_the_file_finds_what_this_one_has_added()
    {
        await Adds_an_ARN_only_once();

        var found = await new SqliteStateMachineStore(file.File).ListAsync(after: null, limit: 9);

        Assert.Equal(await Store.ListAsync(after: null, limit: 9), found);
    }

    public void Dispose() => file.Dispose();
}
