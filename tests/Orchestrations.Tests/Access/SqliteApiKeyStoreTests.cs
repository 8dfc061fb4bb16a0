using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Orchestrations.Access;
using TaskOrchestration.Orchestrations.Journals.Sqlite;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Access;

public sealed class SqliteApiKeyStoreTests : ApiKeyStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private SqliteApiKeyStore? _store;

    [Fact]
    public async Task A_file_of_the_first_version_is_read_and_its_keys_are_for_all_machines()
    {
        Directory.CreateDirectory(_folder.Path);
        using (var first = Database.OpenForWriting(Path.Combine(_folder.Path, SqliteApiKeyStore.FileName)))
        {
            first.Execute("""
                CREATE TABLE keys (
                    id TEXT PRIMARY KEY, version INTEGER NOT NULL, owner TEXT NOT NULL, roles INTEGER NOT NULL,
                    created INTEGER NOT NULL, expires INTEGER, revoked INTEGER, hash TEXT NOT NULL, sealed TEXT NOT NULL,
                    previous_hash TEXT, previous_sealed TEXT, previous_until INTEGER) WITHOUT ROWID;
                CREATE TABLE uses (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
                INSERT INTO keys (id, version, owner, roles, created, hash, sealed) VALUES ('TOAK0000000000000001', 3, 'ada', 2, 1000, 'hash', 'sealed');
                PRAGMA user_version=1
                """);
        }

        var expected = new ApiKey { Id = "TOAK0000000000000001", Version = 3, Owner = "ada", Roles = Roles.Operator, Created = DateTimeOffset.FromUnixTimeMilliseconds(1_000), Secret = new StoredSecret("hash", "sealed") };

        Assert.Equal([expected], await CreateStore().ListAsync());
    }

    public void Dispose()
    {
        _store?.Dispose();
        _folder.Dispose();
    }

    protected override IApiKeyStore CreateStore() => _store = new SqliteApiKeyStore(_folder.Path);
}
