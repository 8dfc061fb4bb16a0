using TaskOrchestration.Orchestrations.Journals.Sqlite;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>SQLite alone, without the engine: what the engine's speed is compared with.</summary>
internal sealed class Yardstick : IDisposable
{
    private readonly SqliteFile file;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement insert;
    private long execution;

    /// <summary>Opens a new file with the journal's tables and settings.</summary>
    public Yardstick(string path)
    {
        file = new SqliteFile(path);
        begin = file.Writer.Prepare("BEGIN IMMEDIATE");
        commit = file.Writer.Prepare("COMMIT");
        insert = file.Writer.Prepare("INSERT INTO journal (execution, sequence, fact) VALUES (?1, ?2, ?3)");
    }

    /// <summary>Writes rows of an execution of their own, as one group, and flushes it.</summary>
    public void CommitGroup(int rows, ReadOnlySpan<byte> fact)
    {
        begin.Run();
        execution++;
        for (var sequence = 0; sequence < rows; sequence++)
        {
            insert.Bind(1, execution).Bind(2, sequence).Bind(3, fact).Run();
        }

        commit.Run();
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
