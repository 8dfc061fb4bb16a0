using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>One look for the tasks that a query asks for, from a place on.</summary>
/// <remarks>
/// <para>
/// Open tasks are one row each and are read whole and sorted here; those that have ended are read along the rows of the list. The open ones are read first:
/// a task that ends meanwhile is then among them or among the ended ones, and one that is tried again meanwhile still has its rows.
/// </para>
/// <para>Rows only lead to tasks. What is on the page is what the tasks themselves say, so a row that is behind shows nothing that is not so.</para>
/// </remarks>
internal sealed class TaskListing(IndexQueries index, TaskTable tasks, TaskQuery query, TaskPosition? after)
{
    private const int Spare = 4;

    private readonly Comparer<TaskPosition> order = Comparer<TaskPosition>.Create((one, other) => one.CompareTo(other, query.IsDescending));
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The first tasks of what is left of the list.</summary>
    public async Task<IReadOnlyList<TrackedTask>> FirstAsync(int limit, CancellationToken cancellationToken)
    {
        if (query.Text is { } text && TaskText.IsOfSeveralLines(text))
        {
            return [];
        }

        var open = await OpenAsync(cancellationToken);
        await using var ended = await EndedAsync(limit, cancellationToken);
        var found = new SortedList<TaskPosition, TrackedTask>(order);
        var settled = 0;
        while (true)
        {
            var (some, reached) = await NextAsync(open, ended, limit - settled + Spare);
            foreach (var task in await tasks.FindAllAsync(some, cancellationToken))
            {
                var place = TaskPosition.Of(task.Task, query.Sort);
                if (query.Asks(task.Task) && IsAhead(place))
                {
                    found[place] = task.Task;
                }
            }

            // A task that has moved on stands where it says, which may be further down than anybody has looked yet.
            settled = reached is { } end ? found.Keys.TakeWhile(place => order.Compare(place, end) <= 0).Count() : found.Count;
            if (reached is null || settled >= limit)
            {
                return [.. found.Values.Take(Math.Min(settled, limit))];
            }
        }
    }

    private async Task<PriorityQueue<string, TaskPosition>> OpenAsync(CancellationToken cancellationToken)
    {
        var open = new PriorityQueue<string, TaskPosition>(order);
        if (query.Statuses.Count > 0 && query.Statuses.All(TaskTransitions.IsEnd))
        {
            return open;
        }

        foreach (var row in await index.OpenAsync(query, columns: null, cancellationToken))
        {
            if (IsAhead(PlaceOf(row)) && HasText(row))
            {
                open.Enqueue(row.TaskId, PlaceOf(row));
            }
        }

        return open;
    }

    private async Task<IndexWalk?> EndedAsync(int limit, CancellationToken cancellationToken) =>
        query.Statuses.Count > 0 && !query.Statuses.Any(TaskTransitions.IsEnd)
            ? null
            : await IndexWalk.BeginAsync(index.Ended(query, after, limit, columns: null, cancellationToken), PlaceOf, cancellationToken);

    /// <summary>The next tasks that may be asked for, and the place up to which there are no others; no place at the end of all.</summary>
    private async Task<(List<string> Some, TaskPosition? Reached)> NextAsync(PriorityQueue<string, TaskPosition> open, IndexWalk? ended, int count)
    {
        var some = new List<string>();
        TaskPosition? reached = null;
        while (some.Count < count)
        {
            var hasOpen = open.TryPeek(out var openId, out var openPlace);
            if (ended?.Place is { } endedPlace && (!hasOpen || order.Compare(endedPlace, openPlace) < 0))
            {
                reached = endedPlace;
                var row = await ended.TakeAsync();
                if (HasText(row))
                {
                    Take(row.TaskId);
                }
            }
            else if (hasOpen)
            {
                reached = openPlace;
                open.Dequeue();
                Take(openId!);
            }
            else
            {
                return (some, null);
            }
        }

        return (some, reached);

        void Take(string taskId)
        {
            if (seen.Add(taskId))
            {
                some.Add(taskId);
            }
        }
    }

    private bool IsAhead(TaskPosition place) => after is not { } last || order.Compare(place, last) > 0;

    private bool HasText(IndexRow row) => string.IsNullOrEmpty(query.Text) || row.Place.Text.Contains(TaskText.Fold(query.Text), StringComparison.Ordinal);

    private TaskPosition PlaceOf(IndexRow row) => new(IndexKeys.KeyOf(row.Place, query.Sort), row.TaskId);
}
