using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>One look for the tasks that a query asks for, from a place on.</summary>
/// <remarks>
/// A text that few tasks may contain: those few are sorted. A text that many contain: the list is walked in its order, and the page is full after a few steps
/// wherever the text is; when it is not (all that contain it lie far down the list), all that may contain it are sorted after all.
/// </remarks>
internal sealed class TaskSearch(SqliteConnection connection, TaskQuery query, TaskPosition? after)
{
    /// <summary>Up to this many are few.</summary>
    private const int Few = 2_000;

    /// <summary>How far a list is walked for a text.</summary>
    private const int Steps = 2_000;

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
        var candidates = connection.All(
            "SELECT rowid FROM task_grams WHERE task_grams MATCH $match LIMIT $limit",
            row => row.GetInt64(0),
            ("$match", TaskGrams.Match(query, text)),
            ("$limit", Few + 1));
        return candidates.Count switch
        {
            0 => [],
            <= Few => ByPhases(limit, (phase, left) => Rows(listing.Among(phase, left, text, candidates))),
            _ => ByPhases(limit, (phase, left) => Walked(phase, text, left) ?? Rows(listing.ByGrams(phase, left, text))),
        };
    }

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
    private List<long>? Walked(ListPhase phase, string text, int limit)
    {
        var length = Math.Max(Steps, limit);
        var statement = listing.WalkLooking(phase, length, text);
        var steps = connection.All(statement.Sql, row => (Row: row.GetInt64(2), Hit: row.GetBoolean(3)), [.. statement.Parameters]);
        var hits = steps.Where(step => step.Hit).Select(step => step.Row).Take(limit).ToList();
        return hits.Count == limit || steps.Count < length ? hits : null;
    }

    private List<long> Rows(ListStatement statement) => connection.All(statement.Sql, row => row.GetInt64(2), [.. statement.Parameters]);
}
