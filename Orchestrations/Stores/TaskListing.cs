using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The statements that answer a query from a place on. Each gives the columns <c>key</c>, <c>id</c> and <c>row</c>, in the order of the list.</summary>
internal sealed class TaskListing
{
    private readonly TaskQuery query;
    private readonly TaskPosition? after;
    private readonly IReadOnlyList<int> cells;
    private readonly List<(string Name, object? Value)> parameters = [];
    private readonly string column;
    private readonly string direction;
    private readonly string beyond;

    public TaskListing(TaskQuery query, TaskPosition? after)
    {
        this.query = query;
        this.after = after;
        cells = TaskCell.AskedFor(query);
        column = query.Sort.ToString().ToLowerInvariant();
        direction = query.IsDescending ? "DESC" : "ASC";
        beyond = query.IsDescending ? "<" : ">";
        Bind();
    }

    /// <summary>The parts of the list that are left, in order.</summary>
    public IEnumerable<ListPhase> Phases => (query.Sort, query.IsDescending, after) switch
    {
        (TaskSort.Due, true, { Key: null }) => [ListPhase.Undated],
        (TaskSort.Due, true, _) => [ListPhase.Dated, ListPhase.Undated],
        _ => [ListPhase.Whole],
    };

    /// <summary>The first tasks of a part, whatever their text.</summary>
    public ListStatement Walk(ListPhase phase, int limit) =>
        With($"{Merge(phase)} LIMIT $limit", ("$limit", limit));

    /// <summary>The first tasks of a part, each with <c>hit</c>: whether it contains the text.</summary>
    public ListStatement WalkLooking(ListPhase phase, int limit, string text) => With(
        $"""
        SELECT walked.key, walked.id, walked.row, instr(tasks.text, $text) > 0 AS hit FROM ({Merge(phase)} LIMIT $limit) AS walked
        CROSS JOIN tasks ON tasks.row = walked.row
        """,
        ("$limit", limit),
        ("$text", text));

    /// <summary>The first of these rows that are in a part of the list and contain the text.</summary>
    public ListStatement Among(ListPhase phase, int limit, string text, IEnumerable<long> rows) => With(
        Sorted("(SELECT value AS row FROM json_each($rows))", phase),
        ("$limit", limit),
        ("$text", text),
        ("$rows", $"[{string.Join(',', rows)}]"));

    /// <summary>The first in a part of the list that contain the text, found by their grams.</summary>
    public ListStatement ByGrams(ListPhase phase, int limit, string text) => With(
        Sorted("(SELECT rowid AS row FROM task_grams WHERE task_grams MATCH $match)", phase),
        ("$limit", limit),
        ("$text", text),
        ("$match", TaskGrams.Match(query, text)));

    private void Bind()
    {
        parameters.AddRange(cells.Select((cell, i) => ($"$cell{i}", (object?)cell)));
        BindIf(query.Owner is not null, "$owner", query.Owner);
        BindIf(query.CreatedFrom is not null, "$from", query.CreatedFrom?.UtcTicks);
        BindIf(query.CreatedTo is not null, "$to", query.CreatedTo?.UtcTicks);
        BindIf(after is not null, "$key", after?.Key ?? TaskRows.Never);
        BindIf(after is not null, "$id", after?.TaskId);
        BindIf(query.Sort == TaskSort.Due, "$never", TaskRows.Never);
    }

    private void BindIf(bool isUsed, string name, object? value)
    {
        if (isUsed)
        {
            parameters.Add((name, value));
        }
    }

    private ListStatement With(string sql, params ReadOnlySpan<(string Name, object? Value)> more) => new(sql, [.. parameters, .. more]);

    /// <summary>One run through the index for each cell; SQLite merges runs that are sorted already without collecting them.</summary>
    private string Merge(ListPhase phase)
    {
        var runs = cells.Select((_, i) => $"SELECT {column} AS key, task_id AS id, row FROM tasks INDEXED BY {IndexName} WHERE {Owner}cell = $cell{i}{Bounds(phase)}");
        return $"{string.Join("\nUNION ALL ", runs)}\nORDER BY key {direction}, id {direction}";
    }

    private string IndexName => query.Owner is null ? $"tasks_by_{column}" : $"tasks_of_owner_by_{column}";

    private string Owner => query.Owner is null ? "" : "owner = $owner AND ";

    private string Sorted(string found, ListPhase phase) =>
        $"""
        SELECT {column} AS key, task_id AS id, tasks.row FROM {found} AS found CROSS JOIN tasks ON tasks.row = found.row
        WHERE {Owner}cell IN ({string.Join(", ", cells.Select((_, i) => $"$cell{i}"))}){Bounds(phase)} AND instr(text, $text) > 0
        ORDER BY key {direction}, id {direction} LIMIT $limit
        """;

    private string Bounds(ListPhase phase) => $"{Place(phase)}{Created}";

    private string Place(ListPhase phase) => phase switch
    {
        ListPhase.Undated => after is { Key: null } ? $" AND due = $never AND task_id {beyond} $id" : " AND due = $never",
        ListPhase.Dated when after is null => " AND due < $never",
        _ => after is null ? "" : $" AND ({column}, task_id) {beyond} ($key, $id)",
    };

    /// <summary>The range of creation. Where the place bounds the same column on the same side, it is the better bound, and a plus keeps the other one from it.</summary>
    private string Created
    {
        get
        {
            var isPlaced = query.Sort == TaskSort.Created && after is not null;
            var from = query.CreatedFrom is null ? "" : $" AND {(isPlaced && !query.IsDescending ? "+" : "")}created >= $from";
            var to = query.CreatedTo is null ? "" : $" AND {(isPlaced && query.IsDescending ? "+" : "")}created < $to";
            return $"{from}{to}";
        }
    }
}
