using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Workers;

/// <summary>Activities in the table of that name: all in one partition, in the order of their ARNs.</summary>
public sealed class TableActivityStore(EntityTables tables) : IActivityStore
{
    private const string Partition = "activity";
    private const string Encryption = "Encryption";

    private readonly EntityTable table = tables[TableNames.Activities];

    /// <inheritdoc/>
    public async ValueTask<ActivityRecord?> FindAsync(string arn, CancellationToken cancellationToken = default) =>
        await table.FindAsync(Partition, KeyText.Of(arn), cancellationToken: cancellationToken) is { } row ? Read(row) : null;

    /// <inheritdoc/>
    public async ValueTask<bool> TryAddAsync(ActivityRecord activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var row = new TableEntity(Partition, KeyText.Of(activity.Arn))
        {
            ["Arn"] = activity.Arn,
            ["Name"] = activity.Name,
            ["CreationDate"] = EntityValues.WriteTime(activity.CreationDate),
        };
        row.SetText(Encryption, activity.EncryptionConfiguration?.ToString());
        return await table.TryAddAsync(row, cancellationToken) is not null;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(string arn, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; await table.FindAsync(Partition, KeyText.Of(arn), cancellationToken: cancellationToken) is { } row; attempt++)
        {
            if (await table.TryDeleteAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken))
            {
                return true;
            }

            await Contention.PauseAsync(attempt, $"The activity {arn}", cancellationToken);
        }

        return false;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ActivityRecord>> ListAsync(string? after, int limit, CancellationToken cancellationToken = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {KeyText.Of(after ?? "")}");
        var found = new List<ActivityRecord>();
        string? continuation = null;
        do
        {
            var page = await table.PageAsync(filter, Math.Min(limit - found.Count, 1_000), continuation, cancellationToken: cancellationToken);
            found.AddRange(page.Entities.Select(Read));
            continuation = page.Continuation;
        }
        while (continuation is not null && found.Count < limit);

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask<long> CountAsync(CancellationToken cancellationToken = default)
    {
        var count = 0L;
        await foreach (var _ in table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), ["RowKey"], cancellationToken))
        {
            count++;
        }

        return count;
    }

    private static ActivityRecord Read(TableEntity row) => new()
    {
        Arn = row.Text("Arn"),
        Name = row.Text("Name"),
        CreationDate = row.Time("CreationDate"),
        EncryptionConfiguration = row.FindText(Encryption) is { } text ? Json.Parse(text) : null,
    };
}
