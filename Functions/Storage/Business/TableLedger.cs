using Azure.Data.Tables;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>A ledger in a table.</summary>
/// <remarks>
/// Whether an entry stands is decided by one transaction of storage, which adds it under the next number of its transaction together with the row that says it is
/// pending; of two that post to a transaction at once, one finds its number taken and looks again. What leads to an entry from its token and from its
/// order is written before: it may lead to nothing, if the writer stopped in between, and then nothing stands.
/// </remarks>
public sealed class TableLedger(EntityTables tables, TimeProvider time) : ILedger
{
    private const string TransactionId = "TransactionId";

    private readonly EntityTable ledger = tables[TableNames.Ledger];
    private readonly Turns turns = new();
    private long lastPosted;

    /// <inheritdoc/>
    public async ValueTask<LedgerEntry?> FindAsync(string token, CancellationToken cancellationToken = default)
    {
        if (await ledger.FindAsync(LedgerKeys.Token(token), LedgerKeys.TokenRow, select: null, cancellationToken) is not { } claim)
        {
            return null;
        }

        return Standing(await ReadAsync(claim.Text(TransactionId), cancellationToken), token);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LedgerEntry>> OfTransactionAsync(string transactionId, CancellationToken cancellationToken = default) =>
        [.. (await ReadAsync(transactionId, cancellationToken)).Select(posted => posted.Entry)];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LedgerEntry>> OfOrderAsync(string orderId, CancellationToken cancellationToken = default)
    {
        var posted = new List<PostedEntry>();
        await foreach (var row in ledger.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {LedgerKeys.Order(orderId)}"), select: null, cancellationToken))
        {
            posted.AddRange((await ReadAsync(row.Text(TransactionId), cancellationToken)).Where(each => each.Entry.OrderId == orderId));
        }

        return [.. posted.OrderBy(each => each.Posted).ThenBy(each => each.Number).Select(each => each.Entry)];
    }

    /// <inheritdoc/>
    public ValueTask<LedgerEntry> PostAsync(LedgerEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return turns.TakeAsync(entry.TransactionId, () => PostInTurnAsync(entry, cancellationToken), cancellationToken);
    }

    private async Task<LedgerEntry> PostInTurnAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var isNew = await ClaimAsync(entry, cancellationToken);

        // Most entries are the first of their transaction: then its number is free, and nothing need be read to know it.
        IReadOnlyList<PostedEntry> standing = isNew && MayBeFirst(entry) ? [] : await ReadAsync(entry.TransactionId, cancellationToken);
        var isFound = false;
        for (var attempts = 1; ; attempts++)
        {
            if (Standing(standing, entry.Token) is { } kept)
            {
                return kept;
            }

            LedgerRules.Check([.. standing.Select(posted => posted.Entry)], entry);
            isFound = isFound || await MakeFoundByOrderAsync(entry, standing, cancellationToken);
            if (await TryAddAsync(entry, standing, cancellationToken))
            {
                return entry;
            }

            if (attempts > 1)
            {
                await Contention.PauseAsync(attempts, $"Transaction '{entry.TransactionId}' on the ledger", cancellationToken);
            }

            standing = await ReadAsync(entry.TransactionId, cancellationToken);
        }
    }

    /// <summary>Lets the token lead to the transaction.</summary>
    /// <returns>Whether nobody has ever come with this token.</returns>
    private async ValueTask<bool> ClaimAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var claim = new TableEntity(LedgerKeys.Token(entry.Token), LedgerKeys.TokenRow) { [TransactionId] = entry.TransactionId };
        if (await ledger.TryAddAsync(claim, cancellationToken) is not null)
        {
            return true;
        }

        var kept = await ledger.FindAsync(claim.PartitionKey, claim.RowKey, select: null, cancellationToken);
        return kept is null || kept.Text(TransactionId) == entry.TransactionId
            ? false
            : throw new InvalidOperationException($"Token '{entry.Token}' is of transaction '{kept.Text(TransactionId)}', found '{entry.TransactionId}'.");
    }

    private async ValueTask<bool> MakeFoundByOrderAsync(LedgerEntry entry, IReadOnlyList<PostedEntry> standing, CancellationToken cancellationToken)
    {
        if (entry.OrderId is { } orderId && !standing.Any(posted => posted.Entry.OrderId == orderId))
        {
            var leads = new TableEntity(LedgerKeys.Order(orderId), KeyText.Bounded(entry.TransactionId)) { [TransactionId] = entry.TransactionId };
            await ledger.PutAsync(leads, cancellationToken);
        }

        return true;
    }

    private async ValueTask<bool> TryAddAsync(LedgerEntry entry, IReadOnlyList<PostedEntry> standing, CancellationToken cancellationToken)
    {
        var posted = new PostedEntry(entry, NextPosted(standing), standing.Count == 0 ? 1 : standing[^1].Number + 1);
        List<TableTransactionAction> actions =
        [
            new(TableTransactionActionType.Add, posted.ToEntity(LedgerKeys.EntryRow(entry.TransactionId, posted.Number))),
        ];
        if (entry.Kind is LedgerEntryKind.Charge or LedgerEntryKind.Refund)
        {
            actions.Add(new(TableTransactionActionType.Add, posted.ToEntity(LedgerKeys.PendingRow(entry, posted.Posted))));
        }

        return await ledger.TrySubmitAsync(actions, cancellationToken) is null;
    }

    private async ValueTask<IReadOnlyList<PostedEntry>> ReadAsync(string transactionId, CancellationToken cancellationToken)
    {
        var prefix = LedgerKeys.EntryPrefix(transactionId);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {LedgerKeys.ShardOf(transactionId)} and RowKey ge {prefix} and RowKey lt {KeyText.After(prefix)}");
        var entries = new List<PostedEntry>();
        await foreach (var row in ledger.QueryAsync(filter, select: null, cancellationToken))
        {
            entries.Add(PostedEntry.Of(row));
        }

        return entries;
    }

    private static LedgerEntry? Standing(IReadOnlyList<PostedEntry> entries, string token) =>
        entries.FirstOrDefault(posted => posted.Entry.Token == token)?.Entry;

    private static bool MayBeFirst(LedgerEntry entry) => entry.Kind is LedgerEntryKind.Authorization or LedgerEntryKind.Charge or LedgerEntryKind.Decline;

    /// <summary>Later than everything this process and this transaction have seen, whatever the clock says.</summary>
    private long NextPosted(IReadOnlyList<PostedEntry> standing)
    {
        while (true)
        {
            var last = Volatile.Read(ref lastPosted);
            var next = Math.Max(time.GetUtcNow().UtcTicks, Math.Max(last, standing.Count == 0 ? 0 : standing[^1].Posted) + 1);
            if (Interlocked.CompareExchange(ref lastPosted, next, last) == last)
            {
                return next;
            }
        }
    }
}
