using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Values;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.Orchestrations.Tests.Stores;

/// <summary>How SQLite answers every form of list that there is.</summary>
public sealed class TaskListingTests : IDisposable
{
    private static readonly DateTimeOffset Moment = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDatabases databases = new();

    private static IEnumerable<(TaskQuery Query, TaskPosition? After)> Forms =>
        from owner in new[] { null, "Ada" }
        from statuses in new ValueList<TrackedStatus>[] { [], [TrackedStatus.Failed], [TrackedStatus.Failed, TrackedStatus.Running] }
        from kinds in new ValueList<TaskKind>[] { [], [TaskKind.Order], [TaskKind.Order, TaskKind.Refund] }
        from start in new DateTimeOffset?[] { null, Moment }
        from end in new DateTimeOffset?[] { null, Moment.AddDays(1) }
        from sort in Enum.GetValues<TaskSort>()
        from isDescending in new[] { false, true }
        from after in new TaskPosition?[] { null, new TaskPosition(5, "task"), new TaskPosition(null, "task") }
        where after is not { Key: null } || sort == TaskSort.Due
        select (
            new TaskQuery
            {
                Owner = owner, Statuses = statuses, Kinds = kinds, CreatedFrom = start, CreatedTo = end, Sort = sort, IsDescending = isDescending, Text = "text",
            },
            after);

    public void Dispose() => databases.Dispose();

    [Fact]
    public void Walks_along_an_index_that_is_in_the_order_of_the_list() =>
        Check(
            (listing, phase) => listing.Walk(phase, 51),
            (query, line) => Seeks(query, line, isCovered: true) || IsMerge(line));

    [Fact]
    public void Looks_for_a_text_along_an_index_that_is_in_the_order_of_the_list() =>
        Check(
            (listing, phase) => listing.WalkLooking(phase, 200, "text"),
            (query, line) => Seeks(query, line, isCovered: true) || IsMerge(line) || IsCoroutine(line, "walked") || line == "SEARCH tasks USING INTEGER PRIMARY KEY (rowid=?)");

    [Fact]
    public void Sorts_no_more_than_the_few_tasks_that_may_contain_a_text() =>
        Check(
            (listing, phase) => listing.Among(phase, 51, "text", [1, 2, 3]),
            (_, line) => line is "SCAN json_each VIRTUAL TABLE INDEX 1:" or "SEARCH tasks USING INTEGER PRIMARY KEY (rowid=?)" or "USE TEMP B-TREE FOR ORDER BY");

    [Fact]
    public void Sorts_only_tasks_that_the_index_of_texts_has_found() =>
        Check(
            (listing, phase) => listing.ByGrams(phase, 51, "text"),
            (_, line) => line.StartsWith("SCAN task_grams VIRTUAL TABLE INDEX 0:M", StringComparison.Ordinal)
                || line is "SEARCH tasks USING INTEGER PRIMARY KEY (rowid=?)" or "USE TEMP B-TREE FOR ORDER BY");

    [Fact]
    public void Counts_without_looking_at_the_tasks()
    {
        using var connection = Open();

        Assert.Equal(
            [
                "SCAN task_totals",
                "CORRELATED SCALAR SUBQUERY 1",
                "SEARCH tasks USING COVERING INDEX tasks_by_updated (cell=?)",
            ],
            Plan(connection, new ListStatement(TaskCounts.OfAll, [])));
        Assert.Equal(
            [
                "SEARCH task_counts USING PRIMARY KEY (owner=?)",
                "CORRELATED SCALAR SUBQUERY 1",
                "SEARCH tasks USING COVERING INDEX tasks_of_owner_by_updated (owner=? AND cell=?)",
            ],
            Plan(connection, new ListStatement(TaskCounts.OfOwner, [("$owner", "Ada")])));
    }

    private void Check(Func<TaskListing, ListPhase, ListStatement> statement, Func<TaskQuery, string, bool> isAllowed)
    {
        using var connection = Open();
        var seen = 0;
        foreach (var (query, after) in Forms)
        {
            var listing = new TaskListing(query, after);
            foreach (var phase in listing.Phases)
            {
                var plan = Plan(connection, statement(listing, phase));
                Assert.DoesNotContain(plan, line => !isAllowed(query, line));
                seen++;
            }
        }

        Assert.True(seen > 1_000);
    }

    private static bool Seeks(TaskQuery query, string line, bool isCovered)
    {
        var index = $"{(query.Owner is null ? "tasks_by" : "tasks_of_owner_by")}_{query.Sort.ToString().ToLowerInvariant()}";
        var begin = $"SEARCH tasks USING {(isCovered ? "COVERING INDEX" : "INDEX")} {index} ({(query.Owner is null ? "" : "owner=? AND ")}cell=?";
        return line.StartsWith(begin, StringComparison.Ordinal);
    }

    private static bool IsMerge(string line) => line is "MERGE (UNION ALL)" or "LEFT" or "RIGHT";

    private static bool IsCoroutine(string line, string name) => line == $"CO-ROUTINE {name}" || line == $"SCAN {name}";

    private static List<string> Plan(SqliteConnection connection, ListStatement statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {statement.Sql}";
        foreach (var (name, value) in statement.Parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        using var rows = command.ExecuteReader();
        var plan = new List<string>();
        while (rows.Read())
        {
            plan.Add(rows.GetString(3));
        }

        return plan;
    }

    private SqliteConnection Open()
    {
        var file = databases.Create().ReadAsync(connection => connection.DataSource, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }
}
