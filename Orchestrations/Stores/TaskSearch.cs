using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>One look for the tasks that a query asks for, from a place on.</summary>
/// <remarks>
/// A text is looked for in three ways, each only if the one before has not filled the page. The list is walked a short way: that is enough for what
/// nearly every task contains, and for lists that are short. If few tasks may contain the text, those are sorted. If many may, the list is walked a long
/// way, and when that was not enough (those that contain it lie far down), all that may contain it are sorted after all.
/// </remarks>
internal sealed class TaskSearch(SqliteConnection connection, TaskQuery query, TaskPosition? after, TaskSearchLimits limits)
{
    private readonly TaskListing listing = new(query, after);

    /// <summary>The first tasks of what is left of the list.</summary>
    public IReadOnlyList<TrackedTask> First(int limit)
    {
        var rows = string.IsNullOrEmpty(query.Text) ? FirstRows(limit)
            : TaskText.IsOfSeveralLines(query.Text) ? []
            : FirstRowsWith(TaskText.Fold(query.Text), limit);
        var tasks = TaskRows.Of(connection, rows).ToDictionary(found => found.Row, found => found.Task);
        return [.. rows.Select(row => tasks[row])];
    }

    private List<long> FirstRows(int limit) => ByPhases(limit, (phase, left) => Rows(listing.Walk(phase, left)));

    private List<long> FirstRowsWith(string text, int limit)
    {
        var candidates = new Lazy<List<long>>(() => Candidates(text));
        return ByPhases(limit, (phase, left) => Walked(phase, text, left, limits.ShortWalk)
            ?? (candidates.Value.Count <= limits.Few ? Rows(listing.Among(phase, left, text, candidates.Value)) : null)
            ?? Walked(phase, text, left, limits.LongWalk)
            ?? Rows(listing.ByGrams(phase, left, text)));
    }

    private List<long> Candidates(string text) => connection.All(
        "SELECT rowid FROM task_grams WHERE task_grams MATCH $match LIMIT $limit",
        row => row.GetInt64(0),
        ("$match", TaskGrams.Match(query, text)),
        ("$limit", limits.Few + 1));

    private List<long> ByPhases(int limit, Func<ListPhase, int, List<long>> rows)
    {
        var found = new List<long>();
        foreach (var phase in listing.Phases)
        {
            found.AddRange(rows(phase, limit - found.Count));
            if (found.Count == limit)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>The first rows with the text; null if the walk ended before there were enough.</summary>
    private List<long>? Walked(ListPhase phase, string text, int limit, int steps)
    {
        var statement = listing.WalkLooking(phase, steps, text);
        var seen = connection.All(statement.Sql, row => (Row: row.GetInt64(2), IsHit: row.GetBoolean(3)), [.. statement.Parameters]);
        var hits = seen.Where(each => each.IsHit).Select(each => each.Row).Take(limit).ToList();
        return hits.Count == limit || seen.Count < steps ? hits : null;
    }

    private List<long> Rows(ListStatement statement) => connection.All(statement.Sql, row => row.GetInt64(2), [.. statement.Parameters]);
}
