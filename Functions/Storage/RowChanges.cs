using Azure;
using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage;

/// <summary>Changes to rows of one partition that are made together: in one transaction, or where that would hold too much, in several one after the other.</summary>
/// <param name="guard">A row that each transaction touches: it succeeds only as long as that row is there. Null for none.</param>
internal sealed class RowChanges(TableEntity? guard = null)
{
    private const int MostBytes = 3 * 1024 * 1024;

    private readonly List<Change> changes = [];

    /// <summary>Adds a change.</summary>
    /// <param name="type">What to do.</param>
    /// <param name="row">To which row.</param>
    /// <param name="version">The row as it must be; default for any.</param>
    /// <param name="isNeeded">Whether all must fail where this one cannot be made; otherwise it is left out then.</param>
    public void Add(TableTransactionActionType type, TableEntity row, ETag version = default, bool isNeeded = true) =>
        changes.Add(new Change(new TableTransactionAction(type, row, version == default ? ETag.All : version), RowSize.Of(row), isNeeded));

    /// <summary>Makes the changes.</summary>
    /// <returns>
    /// Whether they were made. If not, the guard is not there, or a row that matters is not as it must be; of several transactions those before are made then.
    /// </returns>
    public async ValueTask<bool> TryMakeAsync(EntityTable table, CancellationToken cancellationToken)
    {
        do
        {
            var portion = NextPortion();
            if (await table.TrySubmitAsync(Actions(portion), cancellationToken) is not { } refused)
            {
                changes.RemoveRange(0, portion.Count);
            }
            else if (refused == portion.Count || portion[refused].IsNeeded)
            {
                return false;
            }
            else
            {
                changes.RemoveAt(refused);
            }
        }
        while (changes.Count > 0);

        return true;
    }

    private List<Change> NextPortion()
    {
        var bytes = 0;
        return [.. changes.TakeWhile((change, i) => (bytes += change.Bytes) <= MostBytes && i < EntityTable.MostActions - 1)];
    }

    /// <summary>The guard comes last: the first row tells whether a transaction whose answer got lost was made, and others touch the guard in between.</summary>
    private IReadOnlyList<TableTransactionAction> Actions(List<Change> portion)
    {
        var actions = portion.ConvertAll(change => change.Action);

        // No transaction may name a row twice: one that deletes the guard fails without it anyway.
        if (guard is not null && !portion.Exists(change => change.Action.Entity.RowKey == guard.RowKey))
        {
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpdateMerge, guard, ETag.All));
        }

        return actions;
    }

    private readonly record struct Change(TableTransactionAction Action, int Bytes, bool IsNeeded);
}
