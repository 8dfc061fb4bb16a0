using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Journals.Sqlite;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>API keys in a SQLite file of their own, which several processes may have open at once.</summary>
public sealed class SqliteApiKeyStore : IApiKeyStore, IDisposable
{
    /// <summary>What the file is called in a data folder.</summary>
    public const string FileName = "access.db";

    private const long Version = 2;

    private const string Tables = """
        CREATE TABLE keys (
            id TEXT PRIMARY KEY, version INTEGER NOT NULL, owner TEXT NOT NULL, roles INTEGER NOT NULL,
            created INTEGER NOT NULL, expires INTEGER, revoked INTEGER, hash TEXT NOT NULL, sealed TEXT NOT NULL,
            previous_hash TEXT, previous_sealed TEXT, previous_until INTEGER, machines TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
        CREATE TABLE uses (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID
        """;

    /// <summary>Version 2 knows for which machines a key is, one pattern a line.</summary>
    private const string ToVersion2 = "ALTER TABLE keys ADD COLUMN machines TEXT NOT NULL DEFAULT ''";

    private const string Select =
        "SELECT k.id, k.version, k.owner, k.roles, k.created, k.expires, k.revoked, k.hash, k.sealed, k.previous_hash, k.previous_sealed, k.previous_until, u.at, k.machines "
        + "FROM keys k LEFT JOIN uses u ON u.id = k.id";

    private readonly Lock writing = new();
    private readonly Lock watching = new();
    private readonly Database writer;
    private readonly Database watcher;
    private readonly Statement revision;

    /// <summary>Opens the file of a data folder, which is made if it is not there.</summary>
    /// <exception cref="JournalException">It cannot be opened, or another version wrote it.</exception>
    public SqliteApiKeyStore(string dataFolder)
    {
        var file = Path.Combine(dataFolder, FileName);
        PrivateFile.Ensure(file);
        writer = Database.OpenForWriting(file);
        AccessSchema.Ensure(writer, Version, Tables, ToVersion2);
        watcher = Database.OpenForReading(file);

        // Other connections' commits change this number, and every change is made by another connection than the one that watches.
        revision = watcher.Prepare("PRAGMA data_version");
    }

    /// <inheritdoc/>
    public ValueTask<ApiKey?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        lock (writing)
        {
            return ValueTask.FromResult(Query($"{Select} WHERE k.id = ?1", statement => statement.Bind(1, id)).SingleOrDefault());
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken = default)
    {
        lock (writing)
        {
            return ValueTask.FromResult<IReadOnlyList<ApiKey>>(Query($"{Select} ORDER BY k.created, k.id", statement => statement));
        }
    }

    /// <inheritdoc/>
    public ValueTask<ApiKey?> TrySaveAsync(ApiKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return SaveIf(key, "SELECT coalesce((SELECT version FROM keys WHERE id = ?1), 0)", key.Version);
    }

    /// <inheritdoc/>
    public ValueTask<ApiKey?> TrySaveFirstAsync(ApiKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return SaveIf(key, "SELECT count(*) FROM keys WHERE ?1 <> ''", 0);
    }

    /// <inheritdoc/>
    public ValueTask NoteUseAsync(string id, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        lock (writing)
        {
            using var note = writer.Prepare("INSERT INTO uses (id, at) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET at = max(at, excluded.at)");
            note.Bind(1, id).Bind(2, at).Run();
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public long Revision()
    {
        lock (watching)
        {
            revision.Read();
            var found = revision.Number(0);
            revision.Reset();
            return found;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        watcher.Dispose();
        writer.Dispose();
    }

    private ValueTask<ApiKey?> SaveIf(ApiKey key, string question, long expected)
    {
        lock (writing)
        {
            ApiKey? saved = null;
            writer.InTransaction(() =>
            {
                if (Number(question, key.Id) == expected)
                {
                    saved = key with { Version = key.Version + 1 };
                    Write(saved);
                }
            });
            return ValueTask.FromResult(saved);
        }
    }

    private long Number(string question, string id)
    {
        using var statement = writer.Prepare(question);
        statement.Bind(1, id).Read();
        return statement.Number(0);
    }

    private void Write(ApiKey key)
    {
        using var write = writer.Prepare(
            "INSERT OR REPLACE INTO keys (id, version, owner, roles, created, expires, revoked, hash, sealed, previous_hash, previous_sealed, previous_until, machines) "
            + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
        write.Bind(1, key.Id).Bind(2, key.Version).Bind(3, key.Owner).Bind(4, (long)key.Roles).Bind(5, key.Created).Bind(6, key.Expires).Bind(7, key.Revoked)
            .Bind(8, key.Secret.Hash).Bind(9, key.Secret.Sealed)
            .Bind(10, key.Previous?.Hash).Bind(11, key.Previous?.Sealed).Bind(12, key.Previous?.ValidUntil).Bind(13, string.Join('\n', key.Machines.Patterns)).Run();
    }

    private List<ApiKey> Query(string sql, Func<Statement, Statement> bind)
    {
        using var statement = bind(writer.Prepare(sql));
        var found = new List<ApiKey>();
        while (statement.Read())
        {
            found.Add(new ApiKey
            {
                Id = statement.Text(0),
                Version = statement.Number(1),
                Owner = statement.Text(2),
                Roles = (Roles)statement.Number(3),
                Created = statement.Moment(4),
                Expires = statement.OptionalMoment(5),
                Revoked = statement.OptionalMoment(6),
                Secret = new StoredSecret(statement.Text(7), statement.Text(8)),
                Previous = statement.IsNull(9) ? null : new StoredSecret(statement.Text(9), statement.Text(10), statement.OptionalMoment(11)),
                LastUsed = statement.OptionalMoment(12),
                Machines = new MachineScope([.. statement.Text(13).Split('\n', StringSplitOptions.RemoveEmptyEntries)]),
            });
        }

        return found;
    }
}
