using SQLitePCL;

namespace TaskOrchestration.Orchestrations.Journals.Sqlite;

/// <summary>One connection to a SQLite file. For one thread at a time.</summary>
/// <remarks>The raw calls: the journal binds a handful of numbers and bytes a million times, where an ADO.NET command costs more than SQLite's own work.</remarks>
internal sealed class Database : IDisposable
{
    /// <summary>How long a lock held from outside (a backup, someone's shell) is waited for.</summary>
    private const int BusyTimeoutMilliseconds = 30_000;

    private readonly sqlite3 connection;
    private readonly string path;
    private readonly HashSet<Statement> statements = [];

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 connection, string path)
    {
        this.connection = connection;
        this.path = path;
    }

    /// <summary>Opens a file for writing, which is made if it is not there.</summary>
    public static Database OpenForWriting(string path)
    {
        var database = Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);

        // FULL: in WAL mode NORMAL would leave the last commits to chance when the power fails.
        try
        {
            database.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file for reading.</summary>
    public static Database OpenForReading(string path) => Open(path, raw.SQLITE_OPEN_READONLY);

    /// <summary>Prepares a statement. It lives as long as the connection unless it is disposed of before.</summary>
    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(connection, sql, out var handle), sql);
        var statement = new Statement(this, handle, sql);
        statements.Add(statement);
        return statement;
    }

    /// <summary>Runs statements that answer nothing.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(connection, sql), sql);

    /// <summary>The one number a query answers.</summary>
    public long Number(string sql)
    {
        Check(raw.sqlite3_prepare_v2(connection, sql, out var handle), sql);
        using (handle)
        {
            return raw.sqlite3_step(handle) == raw.SQLITE_ROW ? raw.sqlite3_column_int64(handle, 0) : throw Failure(sql);
        }
    }

    /// <summary>Does several writes as one: all of them are kept, or none.</summary>
    public void InTransaction(Action writes)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            writes();
            Execute("COMMIT");
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Undoes what the open transaction wrote. After some errors (a full disk) SQLite has done so by itself already and refuses to do it again.</summary>
    public void RollBack()
    {
        if (raw.sqlite3_get_autocommit(connection) == 0)
        {
            raw.sqlite3_exec(connection, "ROLLBACK");
        }
    }

    /// <summary>A statement that has been disposed of.</summary>
    public void Forget(Statement statement) => statements.Remove(statement);

    /// <inheritdoc/>
    public void Dispose()
    {
        // SQLite keeps a connection half open as long as one of its statements lives.
        foreach (var statement in statements.ToArray())
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    /// <summary>The exception for what SQLite just refused.</summary>
    public JournalException Failure(string sql) => new($"{path}: {raw.sqlite3_errmsg(connection).utf8_to_string()} (in: {sql})");

    private static Database Open(string path, int flags)
    {
        // No mutex in SQLite: a connection is used by one thread at a time.
        var code = raw.sqlite3_open_v2(path, out var connection, flags | raw.SQLITE_OPEN_NOMUTEX, vfs: null);
        var database = new Database(connection, path);
        if (code != raw.SQLITE_OK)
        {
            using (connection)
            {
                throw database.Failure("open");
            }
        }

        raw.sqlite3_busy_timeout(connection, BusyTimeoutMilliseconds);
        return database;
    }

    private void Check(int code, string sql)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure(sql);
        }
    }
}
