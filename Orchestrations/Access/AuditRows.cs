using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Journals.Sqlite;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>The records of the audit journal as rows of a SQLite file: written over one connection that stays open, read over others.</summary>
internal sealed class AuditRows : IDisposable
{
    private const long Version = 1;

    /// <summary>After how many pages the write-ahead log is folded into the file: 16 MiB.</summary>
    private const int CheckpointPages = 4_096;

    private const string Tables = """
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, who TEXT NOT NULL, credential TEXT NOT NULL, action TEXT NOT NULL, resource TEXT NOT NULL,
            address TEXT NOT NULL, agent TEXT NOT NULL, request TEXT NOT NULL, status INTEGER NOT NULL, outcome TEXT NOT NULL,
            previous TEXT NOT NULL, hash TEXT NOT NULL);
        CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit journal is append-only'); END;
        CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit journal is append-only'); END
        """;

    /// <summary>Made in files of any age.</summary>
    private const string Indexes = "CREATE INDEX IF NOT EXISTS audit_by_who ON audit (who); CREATE INDEX IF NOT EXISTS audit_by_action ON audit (action)";

    private const string Columns = "sequence, time, who, credential, action, resource, address, agent, request, status, outcome, previous, hash";

    private readonly Database writer;
    private readonly Statement insert;
    private readonly Statement last;

    /// <summary>Opens a file for writing; it is made if it is not there.</summary>
    public AuditRows(string file)
    {
        writer = Database.OpenForWriting(file);
        writer.Execute($"PRAGMA wal_autocheckpoint={CheckpointPages}");
        AccessSchema.Ensure(writer, Version, Tables);
        writer.Execute(Indexes);
        insert = writer.Prepare($"INSERT INTO audit ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
        last = writer.Prepare("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
    }

    /// <summary>The newest records of a file that a query asks for.</summary>
    public static IReadOnlyList<AuditRecord> Find(string file, AuditQuery query, int limit)
    {
        using var reader = Database.OpenForReading(file);
        var found = query is { Who: null, Action: { } action }
            ? ActionsThatBeginWith(reader, action).SelectMany(each => Select(reader, query, limit, "action = ?7", each)).OrderByDescending(record => record.Sequence).Take(limit)
            : Select(reader, query, limit, query.Who is null ? "?7 IS NULL" : "who = ?7", query.Who);
        return [.. found];
    }

    /// <summary>All records of a file, in their order.</summary>
    public static IEnumerable<AuditRecord> All(string file)
    {
        using var reader = Database.OpenForReading(file);
        using var statement = reader.Prepare($"SELECT {Columns} FROM audit ORDER BY sequence");
        while (statement.Read())
        {
            yield return Record(statement);
        }
    }

    /// <summary>Does something in one transaction, in which no other process writes.</summary>
    public void InTransaction(Action work) => writer.InTransaction(work);

    /// <summary>The end of the chain as the file has it.</summary>
    public AuditHead Last()
    {
        var head = AuditHead.Empty;
        if (last.Read())
        {
            head = new AuditHead(last.Number(0), last.Text(1));
            last.Reset();
        }

        return head;
    }

    /// <summary>Writes a record.</summary>
    /// <returns>The end of the chain, which it is now.</returns>
    public AuditHead Write(AuditRecord record)
    {
        var entry = record.Entry;
        insert.Bind(1, record.Sequence).Bind(2, entry.Time).Bind(3, entry.Who).Bind(4, entry.Credential).Bind(5, entry.Action).Bind(6, entry.Resource)
            .Bind(7, entry.Address).Bind(8, entry.Agent).Bind(9, entry.RequestId).Bind(10, entry.Status).Bind(11, entry.Outcome)
            .Bind(12, record.Previous).Bind(13, record.Hash).Run();
        return new AuditHead(record.Sequence, record.Hash);
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    /// <summary>The actions there are of which each is looked up by itself: every one by one step in the index, however many records it has.</summary>
    private static List<string> ActionsThatBeginWith(Database reader, string text)
    {
        using var first = reader.Prepare("SELECT min(action) FROM audit WHERE action >= ?1");
        using var next = reader.Prepare("SELECT min(action) FROM audit WHERE action > ?1");
        var found = new List<string>();
        for (var action = One(first, text); action is not null && action.StartsWith(text, StringComparison.Ordinal); action = One(next, action))
        {
            found.Add(action);
        }

        return found;
    }

    private static string? One(Statement question, string text)
    {
        question.Bind(1, text).Read();
        var answer = question.OptionalText(0);
        question.Reset();
        return answer;
    }

    private static List<AuditRecord> Select(Database reader, AuditQuery query, int limit, string by, string? value)
    {
        using var statement = reader.Prepare(
            $"SELECT {Columns} FROM audit WHERE {by} AND (?1 IS NULL OR sequence < ?1) AND (?2 IS NULL OR time >= ?2) AND (?3 IS NULL OR who = ?3) "
            + "AND (?4 IS NULL OR substr(action, 1, length(?4)) = ?4) AND (?5 IS NULL OR outcome = ?5) ORDER BY sequence DESC LIMIT ?6");
        statement.Bind(1, query.Before).Bind(2, query.Since).Bind(3, query.Who).Bind(4, query.Action).Bind(5, query.Outcome).Bind(6, limit).Bind(7, value);
        var found = new List<AuditRecord>();
        while (statement.Read())
        {
            found.Add(Record(statement));
        }

        return found;
    }

    private static AuditRecord Record(Statement row) => new(
        row.Number(0),
        new AuditEntry
        {
            Time = row.Moment(1),
            Who = row.Text(2),
            Credential = row.Text(3),
            Action = row.Text(4),
            Resource = row.Text(5),
            Address = row.Text(6),
            Agent = row.Text(7),
            RequestId = row.Text(8),
            Status = (int)row.Number(9),
            Outcome = row.Text(10),
        },
        row.Text(11),
        row.Text(12));
}
