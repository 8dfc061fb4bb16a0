using System.Collections.Concurrent;

namespace TaskOrchestration.Orchestrations.Journals.Sqlite;

/// <summary>The engine's SQLite file: one connection that writes, as many that read as there are readers at once.</summary>
public sealed class SqliteFile : IDisposable
{
    /// <summary>
    /// After how many pages the write-ahead log is folded into the file: 16 MiB. Pages that many groups touch are then written back once; the
    /// default, a quarter of it, has the writer flush two files every few dozen groups.
    /// </summary>
    private const int CheckpointPages = 4_096;

    private readonly ConcurrentBag<SqliteReader> idle = [];
    private readonly string path;

    /// <summary>Opens the file, which is made if it is not there.</summary>
    /// <exception cref="JournalException">It cannot be opened, or another version wrote it.</exception>
    public SqliteFile(string path)
    {
        this.path = path;
        Writer = Database.OpenForWriting(path);
        Writer.Execute($"PRAGMA wal_autocheckpoint={CheckpointPages}");
        Schema.Ensure(Writer);
    }

    /// <summary>The connection that writes. Hold <see cref="WriterGate"/> while using it.</summary>
    internal Database Writer { get; }

    /// <summary>Lets one writer in at a time.</summary>
    internal Lock WriterGate { get; } = new();

    /// <summary>Reads with a connection of one's own.</summary>
    internal T Read<T>(Func<SqliteReader, T> query)
    {
        var reader = idle.TryTake(out var ready) ? ready : new SqliteReader(Database.OpenForReading(path));
        var answer = query(reader);

        // Only after success: a reader that failed may be in the middle of a statement.
        idle.Add(reader);
        return answer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }

        Writer.Dispose();
    }
}
