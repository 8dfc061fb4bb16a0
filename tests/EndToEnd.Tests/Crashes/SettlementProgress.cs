using Microsoft.Data.Sqlite;
using SQLitePCL;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>Watches from outside how far a settlement is, while a server works on it and when that is killed.</summary>
/// <remarks>It leaves the write-ahead log as it is, so that the next server finds what the killed one has left.</remarks>
public sealed class SettlementProgress : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _count;

    public SettlementProgress(string dataFolder)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, TaskDatabase.FileName), Pooling = false }.ToString());
        _connection.Open();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_db_config(_connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _));
        _count = _connection.CreateCommand();
        _count.CommandText = "SELECT count(*) FROM settled";
    }

    /// <summary>How many entries of the ledger are settled.</summary>
    public long Settled => (long)_count.ExecuteScalar()!;

    /// <summary>Is done when at least so many entries are settled.</summary>
    public async Task WhenSettledAsync(long wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
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
