using Azure.Data.Tables;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Functions.Storage.Access;

/// <summary>The chain of records in the table <c>audit</c>.</summary>
internal sealed class AuditTable(EntityTables tables)
{
    /// <summary>How many records one transaction may have: the texts of so many fit into its 4 MiB, whatever they are.</summary>
    public const int MostAtOnce = 50;

    /// <summary>How many records are read at a time.</summary>
    private const int PageSize = 1_000;

    private readonly EntityTable table = tables[TableNames.Audit];

    /// <summary>The last record; none if there is none.</summary>
    public async ValueTask<AuditHead> HeadAsync(CancellationToken cancellationToken)
    {
        string? continuation = null;
        do
        {
            var page = await table.PageAsync(All, 1, continuation, cancellationToken: cancellationToken);
            if (page.Entities is [var last, ..])
            {
                var record = AuditEntity.Read(last);
                return new AuditHead(record.Sequence, record.Hash);
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);

        return AuditHead.Empty;
    }

    /// <summary>Appends records that follow on one another, or none.</summary>
    /// <returns>Whether they are there; if not, somebody else has taken their place.</returns>
    /// <exception cref="TransientFailureException">It cannot be told.</exception>
    public async ValueTask<bool> TryAppendAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken)
    {
        var append = Guid.NewGuid();
        TableTransactionAction[] actions =
            [.. records.Select(record => new TableTransactionAction(TableTransactionActionType.Add, AuditEntity.Write(record, append)))];
        try
        {
            return await table.TrySubmitAsync(actions, cancellationToken) is null;
        }
        catch (TransientFailureException)
        {
            // No answer: whether it was done is written in the table.
            if (await IsThereAsync(records[0], append, cancellationToken))
            {
                return true;
            }

            throw;
        }
    }

    /// <summary>The newest records that are asked for, newest first.</summary>
    public async ValueTask<IReadOnlyList<AuditRecord>> ListAsync(AuditQuery query, int limit, CancellationToken cancellationToken)
    {
        var found = new List<AuditRecord>();
        string? continuation = null;
        do
        {
            var page = await table.PageAsync(FilterOf(query), Math.Clamp(limit - found.Count, 1, PageSize), continuation, cancellationToken: cancellationToken);
            found.AddRange(page.Entities.Select(AuditEntity.Read).Where(query.Asks));
            continuation = page.Continuation;
        }
        while (continuation is not null && found.Count < limit);

        return [.. found.Take(limit)];
    }

    /// <summary>All records up to a place, in their order.</summary>
    public async IAsyncEnumerable<AuditRecord> ReadAsync(
        long last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var first = 1L; first <= last; first += PageSize)
        {
            var (newest, oldest) = (AuditEntity.KeyOf(Math.Min(first + PageSize - 1, last)), AuditEntity.KeyOf(first));
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {AuditEntity.Partition} and RowKey ge {newest} and RowKey le {oldest}");
            var some = await table.QueryAsync(filter, cancellationToken: cancellationToken).Select(AuditEntity.Read).ToListAsync(cancellationToken);
            foreach (var record in Enumerable.Reverse(some))
            {
                yield return record;
            }
        }
    }

    private static string All => TableClient.CreateQueryFilter($"PartitionKey eq {AuditEntity.Partition}");

    private static string FilterOf(AuditQuery query)
    {
        // Names of properties are not values; those are quoted.
        List<string> terms = [All];
        if (query.Before is { } before)
        {
            terms.Add(TableClient.CreateQueryFilter($"RowKey gt {AuditEntity.KeyOf(before)}"));
        }

        if (query.Since is { } since)
        {
            terms.Add(TableClient.CreateQueryFilter($"Time ge {since}"));
        }

        if (query.Who is { } who)
        {
            terms.Add(TableClient.CreateQueryFilter($"Who eq {who}"));
        }

        if (query.Outcome is { } outcome)
        {
            terms.Add(TableClient.CreateQueryFilter($"Outcome eq {outcome}"));
        }

        if (query.Action is { Length: > 0 } action)
        {
            terms.Add(TableClient.CreateQueryFilter($"Action ge {action} and Action lt {KeyText.After(action)}"));
        }

        return string.Join(" and ", terms);
    }

    private async ValueTask<bool> IsThereAsync(AuditRecord record, Guid append, CancellationToken cancellationToken) =>
        (await table.FindAsync(AuditEntity.Partition, AuditEntity.KeyOf(record.Sequence), cancellationToken: cancellationToken))?.GetGuid(AuditEntity.Append) == append;
}
