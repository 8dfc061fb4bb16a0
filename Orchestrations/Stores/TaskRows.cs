using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Tasks into their tables and out again. Each method that writes is part of the transaction of whoever calls it.</summary>
internal static class TaskRows
{
    /// <summary>What <c>due</c> says of a task without a due time.</summary>
    public const long Never = long.MaxValue;

    /// <summary>The task if its id is known.</summary>
    public static TrackedTask? Find(SqliteConnection connection, string taskId) => connection.First(
        "SELECT task_id, version, document FROM tasks JOIN task_documents USING (row) WHERE task_id = $id", Read, ("$id", taskId));

    /// <summary>The latest task about a subject.</summary>
    public static TrackedTask? FindBySubject(SqliteConnection connection, TaskKind kind, string subjectId) => connection.First(
        """
        SELECT task_id, version, document FROM tasks JOIN task_documents USING (row)
        WHERE subject_id = $subject AND kind = $kind ORDER BY created DESC, task_id DESC LIMIT 1
        """,
        Read,
        ("$subject", subjectId),
        ("$kind", (int)kind));

    /// <summary>Puts a task in place of its kept version, the one before; or adds it when it is the first.</summary>
    /// <returns>Whether the kept version was that one.</returns>
    public static bool Save(SqliteConnection connection, TrackedTask task)
    {
        var kept = Kept(connection, task.TaskId);
        if ((kept?.Version ?? 0) != task.Version - 1)
        {
            return false;
        }

        var row = new TaskRow(
            kept?.Row ?? 0, task.Version, task.Kind, TaskCell.Of(task.Kind, task.Status), task.Owner, TaskText.Of(task));
        row = kept is null ? row with { Row = Insert(connection, row, task) } : Update(connection, row, task);
        Index(connection, kept, row);
        Count(connection, kept, row);
        return true;
    }

    /// <summary>Deletes a task if its kept version is this one.</summary>
    public static bool Delete(SqliteConnection connection, string taskId, long version)
    {
        if (Kept(connection, taskId) is not { } kept || kept.Version != version)
        {
            return false;
        }

        connection.Run("DELETE FROM tasks WHERE row = $row", ("$row", kept.Row));
        connection.Run("DELETE FROM task_documents WHERE row = $row", ("$row", kept.Row));
        Index(connection, kept, row: null);
        Count(connection, kept, row: null);
        return true;
    }

    /// <summary>The tasks of these rows, in any order.</summary>
    public static IEnumerable<(long Row, TrackedTask Task)> Of(SqliteConnection connection, IEnumerable<long> rows) => connection.All(
        """
        SELECT tasks.row, task_id, version, document FROM json_each($rows) AS asked
        CROSS JOIN tasks ON tasks.row = asked.value CROSS JOIN task_documents ON task_documents.row = asked.value
        """,
        row => (row.Integer("row"), Read(row)),
        ("$rows", $"[{string.Join(',', rows)}]"));

    private static TaskRow? Kept(SqliteConnection connection, string taskId) => connection.First(
        "SELECT row, version, kind, cell, owner, text FROM tasks WHERE task_id = $id",
        row => new TaskRow(row.GetInt64(0), row.GetInt64(1), (TaskKind)row.GetInt32(2), row.GetInt32(3), row.GetString(4), row.GetString(5)),
        ("$id", taskId));

    private static long Insert(SqliteConnection connection, TaskRow row, TrackedTask task)
    {
        var number = connection.First(
            """
            INSERT INTO tasks (task_id, version, kind, cell, owner, created, updated, due, priority, subject_id, text)
            VALUES ($id, $version, $kind, $cell, $owner, $created, $updated, $due, $priority, $subject, $text) RETURNING row
            """,
            inserted => inserted.GetInt64(0),
            [("$id", task.TaskId), ("$kind", (int)task.Kind), ("$created", task.CreatedAt.UtcTicks), .. Changing(row, task)]);
        connection.Run("INSERT INTO task_documents VALUES ($row, $document)", ("$row", number), ("$document", TaskDocument.Write(task)));
        return number;
    }

    private static TaskRow Update(SqliteConnection connection, TaskRow row, TrackedTask task)
    {
        connection.Run(
            """
            UPDATE tasks SET version = $version, kind = $kind, cell = $cell, owner = $owner, created = $created, updated = $updated,
              due = $due, priority = $priority, subject_id = $subject, text = $text
            WHERE row = $row
            """,
            [("$row", row.Row), ("$kind", (int)task.Kind), ("$created", task.CreatedAt.UtcTicks), .. Changing(row, task)]);
        connection.Run("UPDATE task_documents SET document = $document WHERE row = $row", ("$row", row.Row), ("$document", TaskDocument.Write(task)));
        return row;
    }

    private static (string Name, object? Value)[] Changing(TaskRow row, TrackedTask task) =>
    [
        ("$version", row.Version),
        ("$cell", row.Cell),
        ("$owner", row.Owner),
        ("$updated", task.UpdatedAt.UtcTicks),
        ("$due", task.Due?.UtcTicks ?? Never),
        ("$priority", (int)task.Priority),
        ("$subject", task.SubjectId),
        ("$text", row.Text),
    ];

    private static void Index(SqliteConnection connection, TaskRow? kept, TaskRow? row)
    {
        if (kept?.Text == row?.Text && kept?.Kind == row?.Kind)
        {
            return;
        }

        if (kept is not null)
        {
            // The index keeps no texts: what is to be taken out of it must be said as it was put in.
            connection.Run("INSERT INTO task_grams (task_grams, rowid, grams) VALUES ('delete', $row, $grams)", ("$row", kept.Row), ("$grams", kept.Grams));
        }

        if (row is not null)
        {
            connection.Run("INSERT INTO task_grams (rowid, grams) VALUES ($row, $grams)", ("$row", row.Row), ("$grams", row.Grams));
        }
    }

    private static void Count(SqliteConnection connection, TaskRow? kept, TaskRow? row)
    {
        if (kept?.Cell == row?.Cell && kept?.Owner == row?.Owner)
        {
            return;
        }

        Add(connection, kept, -1);
        Add(connection, row, 1);
    }

    private static void Add(SqliteConnection connection, TaskRow? row, int tasks)
    {
        if (row is not null)
        {
            connection.Run(
                "INSERT INTO task_totals VALUES ($cell, $tasks) ON CONFLICT (cell) DO UPDATE SET tasks = tasks + excluded.tasks",
                ("$cell", row.Cell),
                ("$tasks", tasks));
            connection.Run(
                "INSERT INTO task_counts VALUES ($owner, $cell, $tasks) ON CONFLICT (owner, cell) DO UPDATE SET tasks = tasks + excluded.tasks",
                ("$owner", row.Owner),
                ("$cell", row.Cell),
                ("$tasks", tasks));
        }
    }

    private static TrackedTask Read(SqliteDataReader row) => TaskDocument.Read(row.Text("task_id"), row.Integer("version"), row.Text("document"));
}
