using System.Buffers;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Journals.Sqlite;

/// <summary>The journal in a SQLite file.</summary>
public sealed class SqliteJournal : IJournal
{
    private readonly SqliteFile file;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement insertExecution;
    private readonly Statement insertFact;
    private readonly Statement redriveExecution;
    private readonly Statement endExecution;
    private readonly Statement insertStatusChange;
    private readonly Statement machineNumber;
    private readonly Statement mapRunNumber;
    private readonly Statement old;
    private readonly Statement deleteFacts;
    private readonly Statement deleteExecution;
    private readonly Dictionary<string, long> machineNumbers = [];
    private readonly Dictionary<string, long> mapRunNumbers = [];
    private readonly ArrayBufferWriter<byte> text = new(4096);

    /// <summary>Opens the journal in a file, which stays the caller's to close.</summary>
    public SqliteJournal(SqliteFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        this.file = file;
        var writer = file.Writer;
        begin = writer.Prepare("BEGIN IMMEDIATE");
        commit = writer.Prepare("COMMIT");
        insertExecution = writer.Prepare("INSERT INTO executions (key, machine, name, revision, started, status, parent, items, version, alias) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?8, ?9)");
        insertFact = writer.Prepare("INSERT INTO journal (execution, sequence, fact) VALUES (?1, ?2, ?3)");
        redriveExecution = writer.Prepare(
            "UPDATE executions SET status = 0, stopped = NULL, output = NULL, error = NULL, cause = NULL, events = NULL, redrives = ?2, redriven = ?3 WHERE key = ?1");
        endExecution = writer.Prepare("UPDATE executions SET status = ?2, stopped = ?3, output = ?4, error = ?5, cause = ?6, events = ?7 WHERE key = ?1");
        insertStatusChange = writer.Prepare(SqliteStatusOutbox.Insert);
        machineNumber = writer.Prepare("INSERT INTO machine_numbers (arn) VALUES (?1) ON CONFLICT (arn) DO UPDATE SET arn = excluded.arn RETURNING number");
        mapRunNumber = writer.Prepare(
            "INSERT INTO map_run_numbers (arn, state) VALUES (?1, ?2) ON CONFLICT (arn) DO UPDATE SET arn = excluded.arn RETURNING number");
        old = writer.Prepare("SELECT key, started, stopped FROM executions WHERE key > ?1 ORDER BY key");
        deleteFacts = writer.Prepare("DELETE FROM journal WHERE execution = ?1");
        deleteExecution = writer.Prepare("DELETE FROM executions WHERE key = ?1");
        StatusOutbox = new SqliteStatusOutbox(file);
        LastKey = writer.Number("SELECT coalesce(max(key), 0) FROM executions");
    }

    /// <inheritdoc/>
    public long LastKey { get; private set; }

    /// <inheritdoc/>
    public IStatusOutbox StatusOutbox { get; }

    /// <inheritdoc/>
    public void Commit(JournalGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        lock (file.WriterGate)
        {
            begin.Run();
            try
            {
                Write(group);
                commit.Run();
            }
            catch
            {
                machineNumbers.Clear();
                mapRunNumbers.Clear();
                file.Writer.RollBack();
                throw;
            }
        }

        if (group.Started.Count > 0)
        {
            LastKey = Math.Max(LastKey, group.Started[^1].Key);
        }
    }

    /// <inheritdoc/>
    public ExecutionEntry? Find(string stateMachineArn, string name) => file.Read(reader => reader.Find(stateMachineArn, name));

    /// <inheritdoc/>
    public ExecutionOutcome? FindOutcome(long execution) => file.Read(reader => reader.FindOutcome(execution));

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionEntry> List(string stateMachineArn, ExecutionStatus? status, long before, int limit, bool? isRedriven = null) =>
        QualifiedArn.Read(stateMachineArn) is var named && named.IsQualified
            ? Newest(status, limit, (reader, one) => reader.List(named, one, before, limit, isRedriven))
            : Newest(status, limit, (reader, one) => reader.List(stateMachineArn, one, before, limit, isRedriven));

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionEntry> ListChildren(string mapRunArn, ExecutionStatus? status, long before, int limit, bool? isRedriven = null) =>
        Newest(status, limit, (reader, one) => reader.ListChildren(mapRunArn, one, before, limit, isRedriven));

    /// <inheritdoc/>
    public IReadOnlyList<Fact> ReadFacts(long execution, int from = 0, int limit = int.MaxValue) => file.Read(reader => reader.ReadFacts(execution, from, limit));

    /// <inheritdoc/>
    public IReadOnlyList<ExecutionEntry> ReadOpen() => file.Read(reader => reader.ReadOpen());

    /// <inheritdoc/>
    public int Purge(DateTimeOffset endedBefore, int limit)
    {
        lock (file.WriterGate)
        {
            var keys = FindOld(endedBefore.ToUnixTimeMilliseconds(), limit);
            file.Writer.InTransaction(() =>
            {
                foreach (var key in keys)
                {
                    deleteFacts.Bind(1, key).Run();
                    deleteExecution.Bind(1, key).Run();
                }
            });
            return keys.Count;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The file disposes of the statements.
    }

    /// <summary>Those of all statuses together, where none is asked for: the indexes go by status.</summary>
    private IReadOnlyList<ExecutionEntry> Newest(ExecutionStatus? status, int limit, Func<SqliteReader, ExecutionStatus, List<ExecutionEntry>> read) => file.Read(reader =>
        status is { } one
            ? read(reader, one)
            : [.. Enum.GetValues<ExecutionStatus>().SelectMany(each => read(reader, each)).OrderByDescending(entry => entry.Key).Take(limit)]);

    private void Write(JournalGroup group)
    {
        foreach (var entry in group.Started)
        {
            insertExecution.Bind(1, entry.Key).Bind(2, MachineNumber(entry.StateMachineArn)).Bind(3, entry.Name).Bind(4, entry.Revision)
                .Bind(5, entry.StartDate).Bind(6, entry.Child is { } child ? MapRunNumber(child) : null).Bind(7, (long?)entry.Child?.ItemCount)
                .Bind(8, (long?)entry.Version).Bind(9, entry.Alias).Run();
        }

        foreach (var row in group.Rows)
        {
            text.ResetWrittenCount();
            FactCodec.ToJson(row.Fact).WriteTo(text);
            insertFact.Bind(1, row.Execution).Bind(2, row.Sequence).Bind(3, text.WrittenSpan).Run();
        }

        foreach (var redrive in group.Redriven)
        {
            redriveExecution.Bind(1, redrive.Execution).Bind(2, redrive.RedriveCount).Bind(3, redrive.RedriveDate).Run();
        }

        foreach (var outcome in group.Ended)
        {
            endExecution.Bind(1, outcome.Execution).Bind(2, (long)outcome.Status).Bind(3, outcome.StopDate).Bind(4, outcome.Output)
                .Bind(5, outcome.Failure?.Error).Bind(6, outcome.Failure?.Cause).Bind(7, outcome.EventCount).Run();
        }

        foreach (var change in group.StatusChanges)
        {
            SqliteStatusOutbox.BindTo(insertStatusChange, change).Run();
        }
    }

    private long MachineNumber(string arn)
    {
        if (!machineNumbers.TryGetValue(arn, out var number))
        {
            machineNumber.Bind(1, arn).Read();
            number = machineNumber.Number(0);
            machineNumber.Reset();
            machineNumbers.Add(arn, number);
        }

        return number;
    }

    private long MapRunNumber(ChildEntry child)
    {
        if (!mapRunNumbers.TryGetValue(child.MapRunArn, out var number))
        {
            mapRunNumber.Bind(1, child.MapRunArn).Bind(2, child.StateName).Read();
            number = mapRunNumber.Number(0);
            mapRunNumber.Reset();
            mapRunNumbers.Add(child.MapRunArn, number);
        }

        return number;
    }

    /// <summary>Keys grow with the start, and nothing ends before it starts: the search is over at the first execution that began too late.</summary>
    private List<long> FindOld(long endedBefore, int limit)
    {
        var keys = new List<long>();
        old.Bind(1, 0);
        while (keys.Count < limit && old.Read())
        {
            if (old.Number(1) >= endedBefore)
            {
                break;
            }

            if (!old.IsNull(2) && old.Number(2) < endedBefore)
            {
                keys.Add(old.Number(0));
            }
        }

        old.Reset();
        return keys;
    }
}
