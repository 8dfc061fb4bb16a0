using Azure;
using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>Changes to rows of one partition that are made together: in one transaction, or where that would hold too much, in several one after the other.</summary>
/// <param name="guard">A row that each transaction touches: it succeeds only as long as that row is there. Null for none.</param>
internal sealed class RowChanges(TableEntity? guard = null)
{
    private const int MostInATransaction = 100;
    private const int MostBytes = 3 * 1024 * 1024;
    private const int BytesOfAnyRow = 600;

    private readonly List<Change> changes = [];

    /// <summary>Adds a change.</summary>
    /// <param name="type">What to do.</param>
    /// <param name="row">To which row.</param>
    /// <param name="bytes">About how much it takes, if much.</param>
    /// <param name="version">The row as it must be; default for any.</param>
    /// <param name="isNeeded">Whether all must fail where this one cannot be made; otherwise it is left out then.</param>
    public void Add(TableTransactionActionType type, TableEntity row, int bytes = 0, ETag version = default, bool isNeeded = true) =>
        changes.Add(new Change(new TableTransactionAction(type, row, version == default ? ETag.All : version), bytes + BytesOfAnyRow, isNeeded));

    /// <summary>Makes the changes.</summary>
    /// <returns>
    /// The version of the row that the first change leaves; or null if they could not be made, because the guard is not there, or a row that matters is not as it
    /// must be. Of several transactions those before are made then.
    /// </returns>
    public async ValueTask<string?> MakeAsync(TableClient table, CancellationToken cancellationToken)
    {
        string? version = null;
        do
        {
            var portion = NextPortion();
            try
            {
                var made = await table.SubmitTransactionAsync(Actions(portion), cancellationToken);
                version ??= made.Value[portion.Count > 0 && HasGuard(portion) ? 1 : 0].Headers.ETag?.ToString() ?? "";
                changes.RemoveRange(0, portion.Count);
            }
            catch (TableTransactionFailedException e) when (e.Status is 404 or 409 or 412 && e.FailedTransactionActionIndex is { } index)
            {
                var place = index - (HasGuard(portion) ? 1 : 0);
                if (place < 0 || portion[place].IsNeeded)
                {
                    return null;
                }

                changes.RemoveAt(place);
            }
        }
        while (changes.Count > 0);

        return version ?? "";
    }

    private List<Change> NextPortion()
    {
        var bytes = 0;
        return [.. changes.TakeWhile((change, i) => (bytes += change.Bytes) <= MostBytes && i < MostInATransaction - 1)];
    }

    private IEnumerable<TableTransactionAction> Actions(List<Change> portion) =>
        HasGuard(portion) ? [new TableTransactionAction(TableTransactionActionType.UpdateMerge, guard!, ETag.All), .. portion.Select(change => change.Action)] : portion.Select(change => change.Action);

    /// <summary>No transaction may name a row twice: one that deletes the guard needs no other guard.</summary>
    private bool HasGuard(List<Change> portion) => guard is not null && !portion.Exists(change => change.Action.Entity.RowKey == guard.RowKey);

    private readonly record struct Change(TableTransactionAction Action, int Bytes, bool IsNeeded);
}
