using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>Counts tasks without opening any.</summary>
internal sealed class TaskCounting(IndexQueries index, TaskNumbers numbers)
{
    /// <summary>How many tasks there are of everybody, by kind and status, sorted so: the open ones are counted, of the others numbers are kept.</summary>
    public async Task<IReadOnlyList<TaskCount>> CountAsync(CancellationToken cancellationToken)
    {
        var open = await OpenAsync(new TaskQuery(), cancellationToken);
        var (ended, changes) = await numbers.ReadAsync(cancellationToken);
        foreach (var about in changes.GroupBy(change => change.TaskId, StringComparer.Ordinal))
        {
            // It has ended since the open ones were read.
            if (about.Count(change => change.Is is not null) > about.Count(change => change.Was is not null))
            {
                open.Remove(about.Key);
            }
        }

        return Counts(open.Values.Select(Counted).Concat(ended.Select(number => new TaskCount(number.Kind, number.Status, number.Tasks, At(number.Oldest)))));
    }

    /// <summary>How many of an owner's or of everybody's there are, counted along their rows.</summary>
    /// <param name="owner">Whose; null for everybody's.</param>
    /// <param name="createdFrom">Only those taken down at this moment or later; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<TaskCount>> CountAsync(string? owner, DateTimeOffset? createdFrom, CancellationToken cancellationToken)
    {
        var query = new TaskQuery { Owner = owner, CreatedFrom = createdFrom, IsDescending = false };
        var rows = await OpenAsync(query, cancellationToken);
        foreach (var row in await EndedAsync(query, cancellationToken))
        {
            rows.TryAdd(row.TaskId, row);
        }

        return Counts(rows.Values.Select(Counted));
    }

    private async Task<Dictionary<string, IndexRow>> OpenAsync(TaskQuery query, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, IndexRow>(StringComparer.Ordinal);
        foreach (var row in await index.OpenAsync(query, IndexQueries.Counted, cancellationToken))
        {
            rows[row.TaskId] = row;
        }

        return rows;
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
        return found.SelectMany(rows => rows).Where(row => !row.IsOpenAgain);
    }

    private static TaskCount Counted(IndexRow row) => new(row.Place.Kind, row.Place.Status, 1, At(row.Place.Updated));

    private static IReadOnlyList<TaskCount> Counts(IEnumerable<TaskCount> parts) =>
    [
        .. parts.GroupBy(part => (part.Kind, part.Status))
            .OrderBy(alike => alike.Key)
            .Select(alike => new TaskCount(alike.Key.Kind, alike.Key.Status, alike.Sum(part => part.Count), alike.Min(part => part.Oldest))),
    ];

    private static DateTimeOffset At(long ticks) => new(Math.Min(ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
}
