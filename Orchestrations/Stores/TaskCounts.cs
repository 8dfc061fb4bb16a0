namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The statements that count tasks: kept numbers, and for each the first entry of an index.</summary>
internal static class TaskCounts
{
    public const string OfAll =
        """
        SELECT cell, tasks, (SELECT updated FROM tasks INDEXED BY tasks_by_updated WHERE tasks.cell = task_totals.cell ORDER BY updated LIMIT 1) AS oldest
        FROM task_totals WHERE tasks > 0 ORDER BY cell
        """;

    public const string OfOwner =
        """
        SELECT cell, tasks,
          (SELECT updated FROM tasks INDEXED BY tasks_of_owner_by_updated WHERE tasks.owner = $owner AND tasks.cell = task_counts.cell ORDER BY updated LIMIT 1) AS oldest
        FROM task_counts WHERE owner = $owner AND tasks > 0 ORDER BY cell
        """;

    /// <summary>Those of the tasks taken down from a moment on; each cell is entered in the index at that moment.</summary>
    public const string OfAllSince =
        """
        SELECT tasks.cell AS cell, COUNT(*) AS tasks, MIN(tasks.updated) AS oldest
        FROM task_totals CROSS JOIN tasks INDEXED BY tasks_by_created ON tasks.cell = task_totals.cell AND tasks.created >= $from
        GROUP BY tasks.cell ORDER BY tasks.cell
        """;

    public const string OfOwnerSince =
        """
        SELECT tasks.cell AS cell, COUNT(*) AS tasks, MIN(tasks.updated) AS oldest
        FROM task_counts CROSS JOIN tasks INDEXED BY tasks_of_owner_by_created ON tasks.owner = $owner AND tasks.cell = task_counts.cell AND tasks.created >= $from
        WHERE task_counts.owner = $owner
        GROUP BY tasks.cell ORDER BY tasks.cell
        """;
}
