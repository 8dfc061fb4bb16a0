using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>An entry that is to be settled.</summary>
/// <param name="Entry">The entry as it stands on the ledger.</param>
/// <param name="Posted">When it was posted, in ticks.</param>
internal sealed record PendingEntry(LedgerEntry Entry, long Posted)
{
    /// <summary>Where it says that it is pending.</summary>
    public EntryPlace Place => new(LedgerKeys.ShardOf(Entry.TransactionId), LedgerKeys.PendingRow(Entry, Posted));
}
