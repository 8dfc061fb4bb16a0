using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>Counts tasks along the index, without opening any.</summary>
internal sealed class TaskCounting(IndexQueries index)
{
    /// <summary>How many tasks there are, by kind and status, sorted so.</summary>
    /// <param name="owner">Whose; null for everybody's.</param>
    /// <param name="createdFrom">Only those taken down at this moment or later.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<TaskCount>> CountAsync(string? owner, DateTimeOffset? createdFrom, CancellationToken cancellationToken)
    {
        var query = new TaskQuery { Owner = owner, CreatedFrom = createdFrom, IsDescending = false };
        var rows = (await index.OpenAsync(query, IndexQueries.Counted, cancellationToken)).ToDictionary(row => row.TaskId, StringComparer.Ordinal);
        foreach (var row in await EndedAsync(query, cancellationToken))
        {
            rows.TryAdd(row.TaskId, row);
        }

        return
        [
            .. rows.Values.GroupBy(row => (row.Place.Kind, row.Place.Status))
                .OrderBy(alike => alike.Key)
                .Select(alike => new TaskCount(
                    alike.Key.Kind, alike.Key.Status, alike.LongCount(), new DateTimeOffset(alike.Min(row => row.Place.Updated), TimeSpan.Zero))),
        ];
    }

    private async Task<IEnumerable<IndexRow>> EndedAsync(TaskQuery query, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(index.Ended(query, after: null, wanted: null, IndexQueries.Counted, cancellationToken).Select(async stretch =>
        {
            var rows = new List<IndexRow>();
            await foreach (var entity in stretch)
            {
                rows.Add(IndexRow.Of(entity));
            }

            return rows;
        }));
        return found.SelectMany(rows => rows);
    }
}
