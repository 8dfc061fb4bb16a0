using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Journals.Sqlite;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>The audit journal in a SQLite file of its own, which several processes may write at once, with its head in a second file.</summary>
/// <remarks>
/// The file itself refuses that records are changed or deleted. Somebody who can write the file can take that away; then the chain tells, by
/// <see cref="VerifyAsync"/>: every change, removal, insertion and move, and records taken from the end as long as the file of the head
/// stands. What it cannot tell is that both files were written anew from the first record on, or both put back to an older state; for that
/// a head noted elsewhere is needed. When the journal finds at its next entry that records were taken from its end, it says so in a record
/// of its own, and never holds again.
/// </remarks>
public sealed class SqliteAuditJournal : IAuditJournal, IDisposable
{
    /// <summary>What the file is called in a data folder.</summary>
    public const string FileName = "audit.db";

    /// <summary>What the file of the head is called in a data folder.</summary>
    public const string HeadFileName = "audit.head";

    private const long Version = 1;

    /// <summary>After how many pages the write-ahead log is folded into the file: 16 MiB.</summary>
    private const int CheckpointPages = 4_096;

    /// <summary>How many entries must have come together for the next ones to be waited for.</summary>
    private const int Many = 4;

    /// <summary>How long entries are waited for, where many come. A flush to disk costs the processor as much as dozens of entries do.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(1);

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

    private readonly string file;
    private readonly AuditHeadFile headFile;
    private readonly TimeProvider time;
    private readonly Database writer;
    private readonly Statement insert;
    private readonly Statement last;
    private readonly object gate = new();
    private List<PendingAudit> waiting = [];
    private AuditHead known;
    private Thread? committing;
    private int lastCount;
    private bool isGathering;
    private bool isClosed;

    /// <summary>Opens the journal of a data folder, which is made if it is not there.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="headPath">Where the head is noted; none for beside the journal.</param>
    /// <param name="time">Says when missing records were found.</param>
    /// <exception cref="JournalException">It cannot be opened, or another version wrote it.</exception>
    public SqliteAuditJournal(string dataFolder, string? headPath = null, TimeProvider? time = null)
    {
        file = Path.Combine(dataFolder, FileName);
        headFile = new AuditHeadFile(headPath ?? Path.Combine(dataFolder, HeadFileName));
        this.time = time ?? TimeProvider.System;
        PrivateFile.Ensure(file);
        writer = Database.OpenForWriting(file);
        writer.Execute($"PRAGMA wal_autocheckpoint={CheckpointPages}");
        AccessSchema.Ensure(writer, Version, Tables);
        writer.Execute(Indexes);
        insert = writer.Prepare($"INSERT INTO audit ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
        last = writer.Prepare("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1");
        known = headFile.Read() ?? AuditHead.Empty;
    }

    /// <inheritdoc/>
    public async ValueTask<AuditRecord> AppendAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var pending = new PendingAudit(entry);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            waiting.Add(pending);
            EnsureCommitting();
            if (!isGathering || waiting.Count >= lastCount)
            {
                Monitor.Pulse(gate);
            }
        }

        return await pending.Completion.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditRecord>> ListAsync(AuditQuery query, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        using var reader = Database.OpenForReading(file);
        var found = query is { Who: null, Action: { } action }
            ? ActionsThatBeginWith(reader, action).SelectMany(each => Select(reader, query, limit, "action = ?7", each)).OrderByDescending(record => record.Sequence).Take(limit)
            : Select(reader, query, limit, query.Who is null ? "?7 IS NULL" : "who = ?7", query.Who);
        return ValueTask.FromResult<IReadOnlyList<AuditRecord>>([.. found]);
    }

    /// <inheritdoc/>
    public ValueTask<AuditVerification> VerifyAsync(AuditHead? noted = null, CancellationToken cancellationToken = default)
    {
        // Read before the records: what is appended meanwhile lies behind it.
        var head = headFile.Read();
        var verifier = new AuditVerifier([.. new[] { head, noted }.OfType<AuditHead>()]);
        using var reader = Database.OpenForReading(file);
        using var statement = reader.Prepare($"SELECT {Columns} FROM audit ORDER BY sequence");
        var records = 0L;
        while (statement.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            records++;
            if (!verifier.Accept(Record(statement)))
            {
                break;
            }
        }

        var verification = verifier.Finish();
        return ValueTask.FromResult(verification.Holds && records > 0 && head is null
            ? verification with { BrokenAt = records + 1, Reason = "the file that notes the journal's head is missing or damaged: whether records were taken from the end cannot be told" }
            : verification);
    }

    /// <summary>Writes what waits, and closes the file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.Pulse(gate);
        }

        committing?.Join();
        writer.Dispose();
        headFile.Dispose();
    }

    /// <summary>A thread of its own, because it spends its time waiting for the disk.</summary>
    private void EnsureCommitting()
    {
        if (committing is null)
        {
            committing = new Thread(CommitGroups) { IsBackground = true, Name = "audit" };
            committing.Start();
        }
    }

    private void CommitGroups()
    {
        while (TakeGroup() is { } group)
        {
            try
            {
                Commit(group);
                group.ForEach(pending => pending.Settle());
            }
#pragma warning disable CA1031 // Whoever waits for an entry is told why it is not there.
            catch (Exception e)
#pragma warning restore CA1031
            {
                group.ForEach(pending => pending.Fail(e));
            }
        }
    }

    /// <summary>All that waits, as soon as something does; null once it is closed and nothing waits.</summary>
    private List<PendingAudit>? TakeGroup()
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !isClosed)
            {
                Monitor.Wait(gate);
            }

            if (waiting.Count == 0)
            {
                return null;
            }

            Gather();
            var group = waiting;
            lastCount = group.Count;
            waiting = new List<PendingAudit>(group.Count);
            return group;
        }
    }

    /// <summary>Gives more entries a moment to come, if many came the last time. Who comes alone does not wait.</summary>
    private void Gather()
    {
        if (lastCount < Many || waiting.Count >= lastCount || isClosed)
        {
            return;
        }

        isGathering = true;
        Monitor.Wait(gate, Gathering);
        isGathering = false;
    }

    private void Commit(List<PendingAudit> group)
    {
        var head = known;
        writer.InTransaction(() =>
        {
            // Another process may have appended since.
            head = Last();
            if (head.Sequence < known.Sequence || (head.Sequence == known.Sequence && head.Hash != known.Hash))
            {
                head = Write(AuditChain.Append(head.Sequence + 1, RecordsMissing(known), head.Hash));
            }

            if (head.Sequence == 0)
            {
                // Killed between the first commit and the note of it, the journal would look as if its head had been taken away.
                headFile.Write(AuditHead.Empty);
            }

            foreach (var pending in group)
            {
                pending.Record = AuditChain.Append(head.Sequence + 1, pending.Entry, head.Hash);
                head = Write(pending.Record);
            }
        });
        known = head;
        headFile.Write(head);
    }

    private AuditHead Last()
    {
        var head = AuditHead.Empty;
        if (last.Read())
        {
            head = new AuditHead(last.Number(0), last.Text(1));
            last.Reset();
        }

        return head;
    }

    private AuditEntry RecordsMissing(AuditHead noted) => new()
    {
        Time = time.GetUtcNow(),
        Who = "audit",
        Action = AuditVerifier.RecordsMissing,
        Resource = noted.ToString(),
        Outcome = "records-missing",
    };

    private AuditHead Write(AuditRecord record)
    {
        var entry = record.Entry;
        insert.Bind(1, record.Sequence).Bind(2, entry.Time).Bind(3, entry.Who).Bind(4, entry.Credential).Bind(5, entry.Action).Bind(6, entry.Resource)
            .Bind(7, entry.Address).Bind(8, entry.Agent).Bind(9, entry.RequestId).Bind(10, entry.Status).Bind(11, entry.Outcome)
            .Bind(12, record.Previous).Bind(13, record.Hash).Run();
        return new AuditHead(record.Sequence, record.Hash);
    }

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
