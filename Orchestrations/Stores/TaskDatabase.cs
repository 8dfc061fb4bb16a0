using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Failures;
using static SQLitePCL.raw;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The file in which the business keeps its records.</summary>
/// <remarks>
/// One connection that writes, used by one call at a time, and a few that only read (<see cref="QueryAsync{T}"/>). A call that writes is all or nothing, and on disk when it returns (write-ahead log, synchronous FULL); what
/// a process that is killed was about to write is gone as a whole. Writes that wait at the same time share one transaction and with it one wait for the
/// disk. One process at a time, like the data folder it lies in. What the disk refuses (full, locked, unreadable for the moment) is a
/// <see cref="TransientFailureException"/>: nothing was changed and the call may be repeated.
/// </remarks>
public sealed class TaskDatabase : IDisposable
{
    /// <summary>What the file is called in a data folder.</summary>
    public const string FileName = "tasks.db";

    private const int Readers = 2;

    private readonly SqliteConnection connection;
    private readonly SemaphoreSlim readersTurn = new(Readers, Readers);
    private readonly ConcurrentBag<SqliteConnection> readers = [];
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly ConcurrentQueue<WaitingWrite> waiting = new();

    private TaskDatabase(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens the database of a data folder; makes the folder and the file where they are missing.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, is something else, or was written by a newer version of this program.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static TaskDatabase Open(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var file = Path.Combine(dataFolder, FileName);
        var opened = ConnectionTo(file);
        try
        {
            opened.Open();
            opened.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16000;");
            TaskDatabaseSchema.BringUpToDate(opened);
            return new TaskDatabase(opened);
        }
        catch (Exception e)
        {
            opened.Dispose();
            if (e is SqliteException refused)
            {
                throw IsPassing(refused) ? new IOException($"{file}: {e.Message}", e) : new InvalidDataException($"{file}: {e.Message}", e);
            }

            throw;
        }
    }

    /// <summary>Has something read without waiting for those who write. Whatever was written before the call is seen, and the same state throughout.</summary>
    public async ValueTask<T> QueryAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        await readersTurn.WaitAsync(cancellationToken);
        return QueryInTurn(read);
    }

    /// <summary>Has something read like <see cref="QueryAsync{T}"/>, for those who cannot await.</summary>
    internal T Query<T>(Func<SqliteConnection, T> read)
    {
        readersTurn.Wait();
        return QueryInTurn(read);
    }

    /// <summary>Has something read by the connection that writes, when it is this call's turn.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        await turn.WaitAsync(cancellationToken);
        try
        {
            return read(connection);
        }
        catch (SqliteException e) when (IsPassing(e))
        {
            throw OutOfReach(e);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Has something read and written, all or nothing, when it is this call's turn. An exception leaves everything as it was.</summary>
    public async ValueTask<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        var own = new WaitingWrite<T>(write);
        waiting.Enqueue(own);
        try
        {
            await turn.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            own.CallOff();
            throw;
        }

        try
        {
            if (!own.IsSettled)
            {
                CommitWaiting();
            }

            return own.Result();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var reader = 0; reader < Readers; reader++)
        {
            readersTurn.Wait();
        }

        turn.Wait();
        foreach (var reader in readers)
        {
            reader.Dispose();
        }

        connection.Dispose();
        turn.Dispose();
        readersTurn.Dispose();
    }

    /// <summary>Whether the disk refused, and may not refuse the next time.</summary>
    internal static bool IsPassing(SqliteException e) =>
        e.SqliteErrorCode is SQLITE_BUSY or SQLITE_LOCKED or SQLITE_IOERR or SQLITE_FULL or SQLITE_CANTOPEN or SQLITE_READONLY;

    private T QueryInTurn<T>(Func<SqliteConnection, T> read)
    {
        try
        {
            if (!readers.TryTake(out var reader))
            {
                reader = NewReader();
            }

            try
            {
                using var transaction = reader.BeginTransaction(deferred: true);
                return read(reader);
            }
            finally
            {
                readers.Add(reader);
            }
        }
        catch (SqliteException e) when (IsPassing(e))
        {
            throw OutOfReach(e);
        }
        finally
        {
            readersTurn.Release();
        }
    }

    private static SqliteConnection ConnectionTo(string file) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());

    private SqliteConnection NewReader()
    {
        var reader = ConnectionTo(connection.DataSource);
        try
        {
            reader.Open();
            reader.Run("PRAGMA query_only = ON; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -32000;");
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private static TransientFailureException OutOfReach(SqliteException e) => new($"The records cannot be reached: {e.Message}");

    private void CommitWaiting()
    {
        var group = new List<WaitingWrite>();
        while (waiting.TryDequeue(out var next))
        {
            if (!next.IsCalledOff)
            {
                group.Add(next);
            }
        }

        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            group.ForEach(write => write.CarryOut(connection));
            transaction.Commit();
            group.ForEach(write => write.Settle());
        }
        catch (Exception e)
        {
            group.ForEach(write => write.Fail(e is SqliteException passing && IsPassing(passing) ? OutOfReach(passing) : e));
        }
    }
}
