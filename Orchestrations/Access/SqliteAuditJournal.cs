using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Journals;

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

    /// <summary>How many entries must have come together for the next ones to be waited for.</summary>
    private const int Many = 4;

    /// <summary>How long entries are waited for, where many come. A flush to disk costs the processor as much as dozens of entries do.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(1);

    private readonly string file;
    private readonly AuditHeadFile headFile;
    private readonly TimeProvider time;
    private readonly AuditRows rows;
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
        rows = new AuditRows(file);
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
        return ValueTask.FromResult<IReadOnlyList<AuditRecord>>(AuditRows.Find(file, query, limit));
    }

    /// <inheritdoc/>
    public ValueTask<AuditVerification> VerifyAsync(AuditHead? noted = null, CancellationToken cancellationToken = default)
    {
        // Read before the records: what is appended meanwhile lies behind it.
        var head = headFile.Read();
        var verifier = new AuditVerifier([.. new[] { head, noted }.OfType<AuditHead>()]);
        var records = 0L;
        foreach (var record in AuditRows.All(file))
        {
            cancellationToken.ThrowIfCancellationRequested();
            records++;
            if (!verifier.Accept(record))
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
        rows.Dispose();
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
        rows.InTransaction(() =>
        {
            // Another process may have appended since.
            head = rows.Last();
            if (head.Sequence < known.Sequence || (head.Sequence == known.Sequence && head.Hash != known.Hash))
            {
                head = rows.Write(AuditChain.Append(head.Sequence + 1, RecordsMissing(known), head.Hash));
            }

            if (head.Sequence == 0)
            {
                // Killed between the first commit and the note of it, the journal would look as if its head had been taken away.
                headFile.Write(AuditHead.Empty);
            }

            foreach (var pending in group)
            {
                pending.Record = AuditChain.Append(head.Sequence + 1, pending.Entry, head.Hash);
                head = rows.Write(pending.Record);
            }
        });
        known = head;
        headFile.Write(head);
    }

    private AuditEntry RecordsMissing(AuditHead noted) => new()
    {
        Time = time.GetUtcNow(),
        Who = "audit",
        Action = AuditVerifier.RecordsMissing,
        Resource = noted.ToString(),
        Outcome = "records-missing",
    };
}
