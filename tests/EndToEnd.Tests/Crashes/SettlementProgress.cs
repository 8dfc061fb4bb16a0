using Microsoft.Data.Sqlite;
using SQLitePCL;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>Watches from outside how far a settlement is, while a server works on it and when that is killed.</summary>
/// <remarks>It leaves the write-ahead log as it is, so that the next server finds what the killed one has left.</remarks>
public sealed class SettlementProgress : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _count;
    private long _settled;

    public SettlementProgress(string dataFolder)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, TaskDatabase.FileName), Pooling = false }.ToString());
        _connection.Open();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_db_config(_connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _));
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(_connection.Handle, "SELECT count(*) FROM settled", out _count));
    }

    /// <summary>How many entries of the ledger are settled; while the database is locked, how many were before.</summary>
    /// <remarks>A command would sleep when it is locked, and much is settled meanwhile.</remarks>
    public long Settled
    {
        get
        {
            if (raw.sqlite3_step(_count) == raw.SQLITE_ROW)
            {
                _settled = raw.sqlite3_column_int64(_count, 0);
            }

            raw.sqlite3_reset(_count);
            return _settled;
        }
    }

    /// <summary>Is done when at least so many entries are settled.</summary>
    public async Task WhenSettledAsync(long wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Settled < wanted)
        {
            await Task.Delay(1, patience.Token);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _count.Dispose();
        _connection.Dispose();
    }
}
