using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>What is asked of the index, one range of one partition at a time.</summary>
internal sealed class IndexQueries(EntityTable table, TaskPartitions partitions)
{
    private const int WholePage = 1_000;
    private const int Few = 2;

    /// <summary>The columns that counting needs.</summary>
    public static readonly string[] Counted = ["RowKey", IndexRow.Id, nameof(TaskPlace.Kind), nameof(TaskPlace.Status), nameof(TaskPlace.Updated), nameof(IndexRow.IsOpenAgain)];

    private static readonly string[] Sorted =
        ["RowKey", IndexRow.Id, nameof(TaskPlace.Status), nameof(TaskPlace.Created), nameof(TaskPlace.Updated), nameof(TaskPlace.Due), nameof(TaskPlace.Priority)];

    private static readonly string[] Searched = [.. Sorted, nameof(TaskPlace.Text)];

    /// <summary>The open tasks that a query asks for, whatever their text, in any order.</summary>
    public async Task<IReadOnlyList<IndexRow>> OpenAsync(TaskQuery query, string[]? columns, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(partitions.All.Select(async partition =>
        {
            var rows = new List<IndexRow>();
            var filter = And([TaskIndex.InPartition(partition, IndexKeys.Open), .. Restrictions(query, query.Owner, isEnd: false)]);
            await foreach (var entity in RowsAsync(filter, WholePage, columns ?? ColumnsFor(query), cancellationToken))
            {
                rows.Add(IndexRow.Of(entity));
            }

            return rows;
        }));
        return [.. found.SelectMany(rows => rows)];
    }

    /// <summary>The tasks that have ended and that a query asks for, whatever their text, from a place on: for each partition in the order of the list.</summary>
    /// <param name="query">The query.</param>
    /// <param name="after">The place.</param>
    /// <param name="wanted">About how many are wanted in all; null for all there are.</param>
    /// <param name="columns">What is wanted of them; null for what lists need.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public IEnumerable<IAsyncEnumerable<TableEntity>> Ended(TaskQuery query, TaskPosition? after, int? wanted, string[]? columns, CancellationToken cancellationToken)
    {
        var size = wanted is null || !string.IsNullOrEmpty(query.Text) ? WholePage : Math.Min(WholePage, (wanted.Value * 3 / (2 * partitions.All.Count)) + 4);
        return partitions.All.Select(partition => RowsAsync(
            And([InList(partition, query, after), .. Restrictions(query, owner: null, isEnd: true)]), size, columns ?? ColumnsFor(query), cancellationToken));
    }

    /// <summary>The tasks about a subject, the latest first: for each partition.</summary>
    public IEnumerable<IAsyncEnumerable<TableEntity>> About(TaskKind kind, string subjectId, CancellationToken cancellationToken) =>
        partitions.All.Select(partition => RowsAsync(
            TaskIndex.InPartition(partition, IndexKeys.AboutSubject(kind, subjectId)), Few, columns: null, cancellationToken));

    /// <summary>When the task of a partition last changed that is of this kind, has ended so, and has not changed for longest.</summary>
    public async Task<long?> OldestAsync(string partition, TaskKind kind, TrackedStatus status, CancellationToken cancellationToken)
    {
        var query = new TaskQuery { Kinds = [kind], Statuses = [status], Sort = TaskSort.Updated, IsDescending = false };
        await foreach (var entity in RowsAsync(And([InList(partition, query, after: null), .. Restrictions(query, owner: null, isEnd: true)]), Few, Counted, cancellationToken))
        {
            if (IndexRow.Of(entity) is { IsOpenAgain: false } row)
            {
                return row.Place.Updated;
            }
        }

        return null;
    }

    private async IAsyncEnumerable<TableEntity> RowsAsync(string filter, int size, string[]? columns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? continuation = null;
        do
        {
            var page = await table.PageAsync(filter, size, continuation, columns, cancellationToken);
            foreach (var entity in page.Entities)
            {
                yield return entity;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    private static string[] ColumnsFor(TaskQuery query) => string.IsNullOrEmpty(query.Text) ? Sorted : Searched;

    /// <summary>The range of a list's keys; the range of creation is a range of keys too where that is what it is sorted by.</summary>
    private static string InList(string partition, TaskQuery query, TaskPosition? after)
    {
        var list = IndexKeys.InList(query.Owner, query.Sort, query.IsDescending);
        var (first, last) = (list + OrderedText.Separator, list + OrderedText.BehindSeparator);
        if (query.Sort == TaskSort.Created)
        {
            var from = query.CreatedFrom is { } begin ? begin.UtcTicks : (long?)null;
            var to = query.CreatedTo is { } end ? end.UtcTicks : (long?)null;
            var (near, far) = query.IsDescending ? (to, from) : (from, to);
            first = near is { } nearest ? first + IndexKeys.OrderOf(nearest, query.IsDescending) : first;
            last = far is { } farthest ? $"{list}{OrderedText.Separator}{IndexKeys.OrderOf(farthest, query.IsDescending)}{OrderedText.BehindSeparator}" : last;
        }

        if (after is { } place)
        {
            var beyond = $"{list}{OrderedText.Separator}{IndexKeys.PlaceOf(place, query.Sort, query.IsDescending)}{OrderedText.BehindSeparator}";
            first = string.CompareOrdinal(beyond, first) > 0 ? beyond : first;
        }

        return TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {last}");
    }

    /// <summary>What restricts a range. A filter may have 15 comparisons, so nothing is said that restricts nothing.</summary>
    private static IEnumerable<string> Restrictions(TaskQuery query, string? owner, bool isEnd)
    {
        if (owner is not null)
        {
            yield return TableClient.CreateQueryFilter($"Owner eq {owner}");
        }

        if (query.CreatedFrom is { } from)
        {
            yield return TableClient.CreateQueryFilter($"Created ge {from.UtcTicks}");
        }

        if (query.CreatedTo is { } to)
        {
            yield return TableClient.CreateQueryFilter($"Created lt {to.UtcTicks}");
        }

        foreach (var choice in OneOf(nameof(TaskPlace.Kind), query.Kinds, Enum.GetValues<TaskKind>())
            .Concat(OneOf(nameof(TaskPlace.Status), query.Statuses, Enum.GetValues<TrackedStatus>().Where(status => TaskTransitions.IsEnd(status) == isEnd))))
        {
            yield return choice;
        }
    }

    /// <summary>That a column has one of the values asked for, unless any will do.</summary>
    private static IEnumerable<string> OneOf<T>(string column, IReadOnlyCollection<T> asked, IEnumerable<T> possible)
        where T : struct, Enum
    {
        var values = asked.Intersect(possible).Select(value => Convert.ToInt32(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)).ToList();
        return values.Count == 0 || values.Count == possible.Count() ? [] : [$"({string.Join(" or ", values.Select(value => $"{column} eq {value}"))})"];
    }

    private static string And(IEnumerable<string> parts) => string.Join(" and ", parts);
}
