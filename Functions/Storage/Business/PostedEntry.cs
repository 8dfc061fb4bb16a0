using Azure.Data.Tables;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>An entry as it stands on the ledger.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Posted">When it was posted, in ticks of the clock of whoever posted it; later entries of a process have greater ones.</param>
/// <param name="Number">Which one of its transaction's it is.</param>
internal sealed record PostedEntry(LedgerEntry Entry, long Posted, int Number)
{
    private const string Document = "Entry";
    private const string PostedAt = "Posted";
    private const string NumberOf = "Number";

    public TableEntity ToEntity(string row)
    {
        var entity = new TableEntity(LedgerKeys.ShardOf(Entry.TransactionId), row) { [PostedAt] = Posted, [NumberOf] = (long)Number };
        entity.SetText(Document, LedgerDocument.Write(Entry).ToString());
        return entity;
    }

    public static PostedEntry Of(TableEntity kept) => new(
        LedgerDocument.Read(kept.FindText(Document) ?? throw new InvalidDataException($"'{kept.PartitionKey}' / '{kept.RowKey}' has no entry.")),
        kept.Integer(PostedAt),
        (int)kept.Integer(NumberOf));
}
