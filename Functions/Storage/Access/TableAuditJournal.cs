using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Functions.Storage.Access;

/// <summary>The audit journal in a table, which several instances append to at once, with its head in a blob.</summary>
/// <remarks>
/// <para>
/// The chain is one sequence. What waits is appended in one transaction, behind the last record this instance knows of; if another instance has taken that
/// place, the chain is taken up again from where it ends now. A transaction without an answer is looked up before anything else is done.
/// </para>
/// <para>
/// Records taken from the end are noticed by <see cref="VerifyAsync"/>, and at the next append of an instance that looks where the chain ends; that says so in
/// a record of its own, and the chain never holds again. What cannot be told is that table and blob were both written anew; for that a head noted elsewhere
/// is needed.
/// </para>
/// </remarks>
internal sealed class TableAuditJournal(AuditTable table, AuditHeadBlob headBlob, TimeProvider time, ILogger<TableAuditJournal> logger) : IAuditJournal, IAsyncDisposable
{
    /// <summary>How long is waited, at most, before a place in the chain is tried for again.</summary>
    private const int LongestPause = 50;

    private readonly Channel<PendingAudit> waiting = Channel.CreateUnbounded<PendingAudit>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock gate = new();
    private Task? appending;
    private AuditHead? known;

    /// <inheritdoc/>
    public async ValueTask<AuditRecord> AppendAsync(AuditEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var pending = new PendingAudit(entry);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(pending), this);
        EnsureAppending();
        return await pending.Completion.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AuditRecord>> ListAsync(AuditQuery query, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return table.ListAsync(query, limit, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<AuditVerification> VerifyAsync(AuditHead? noted = null, CancellationToken cancellationToken = default)
    {
        // Read before the records: what is appended meanwhile lies behind it.
        var head = await headBlob.ReadAsync(cancellationToken);
        var verifier = new AuditVerifier([.. new[] { head, noted }.OfType<AuditHead>()]);
        var last = await table.HeadAsync(cancellationToken);
        var records = 0L;
        await foreach (var record in table.ReadAsync(last.Sequence, cancellationToken))
        {
            records++;
            if (!verifier.Accept(record))
            {
                break;
            }
        }

        var verification = verifier.Finish();
        return verification.Holds && records > 0 && head is null
            ? verification with { BrokenAt = records + 1, Reason = "the blob that notes the journal's head is missing or damaged: whether records were taken from the end cannot be told" }
            : verification;
    }

    /// <summary>Writes what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        if (appending is not null)
        {
            await appending;
        }
    }

    private void EnsureAppending()
    {
        lock (gate)
        {
            appending ??= Task.Run(AppendGroupsAsync);
        }
    }

    private async Task AppendGroupsAsync()
    {
        while (await waiting.Reader.WaitToReadAsync())
        {
            var group = new List<PendingAudit>();
            while (group.Count < AuditTable.MostAtOnce && waiting.Reader.TryRead(out var pending))
            {
                group.Add(pending);
            }

            await SettleAsync(group);
        }
    }

    private async Task SettleAsync(List<PendingAudit> group)
    {
        try
        {
            var records = await AppendAsync(group);
            foreach (var (pending, record) in group.Zip(records))
            {
                pending.Settle(record);
            }
        }
#pragma warning disable CA1031 // Whoever waits for an entry is told why it is not there.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // What has become of the last append is unknown: the next one looks where the chain ends.
            known = null;
            group.ForEach(pending => pending.Fail(e));
            return;
        }

        await NoteAsync();
    }

    private async Task<IReadOnlyList<AuditRecord>> AppendAsync(List<PendingAudit> group)
    {
        while (true)
        {
            var head = known ?? await TakeUpAsync();
            var records = Chained(head, group.Select(pending => pending.Entry));
            if (await table.TryAppendAsync(records, CancellationToken.None))
            {
                known = new AuditHead(records[^1].Sequence, records[^1].Hash);
                return records;
            }

            known = null;
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(LongestPause)), time);
        }
    }

    /// <summary>Where the chain ends, and goes on.</summary>
    private async ValueTask<AuditHead> TakeUpAsync()
    {
        // Read before the table: what is appended meanwhile lies behind it.
        var noted = await headBlob.ReadAsync(CancellationToken.None);
        var head = await table.HeadAsync(CancellationToken.None);
        if (head.Sequence == 0 && noted is null)
        {
            // Killed between the first append and the note of it, the journal would look as if its head had been taken away.
            await headBlob.WriteAsync(AuditHead.Empty, CancellationToken.None);
        }

        return noted is null || noted.Sequence <= head.Sequence ? head : await SayWhatIsMissingAsync(head, noted);
    }

    private async ValueTask<AuditHead> SayWhatIsMissingAsync(AuditHead head, AuditHead noted)
    {
        logger.LogError("Records were taken from the end of the audit journal: its head was once {Noted}, and is {Found}", noted, head);
        var said = Chained(head, [new AuditEntry
        {
            Time = time.GetUtcNow(),
            Who = "audit",
            Action = AuditVerifier.RecordsMissing,
            Resource = noted.ToString(),
            Outcome = "records-missing",
        }]);
        return await table.TryAppendAsync(said, CancellationToken.None) ? new AuditHead(said[0].Sequence, said[0].Hash) : await TakeUpAsync();
    }

    private static List<AuditRecord> Chained(AuditHead head, IEnumerable<AuditEntry> entries)
    {
        var records = new List<AuditRecord>();
        foreach (var entry in entries)
        {
            records.Add(AuditChain.Append(head.Sequence + 1, entry, head.Hash));
            head = new AuditHead(records[^1].Sequence, records[^1].Hash);
        }

        return records;
    }

    /// <summary>Notes the head where it is not waited for; a note that fails is made up for by the next one.</summary>
    private async Task NoteAsync()
    {
        try
        {
            await headBlob.WriteAsync(known!, CancellationToken.None);
        }
#pragma warning disable CA1031 // The records are there; the log learns of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogWarning(e, "The head of the audit journal, {Head}, could not be noted; the next entry tries again", known);
        }
    }
}
