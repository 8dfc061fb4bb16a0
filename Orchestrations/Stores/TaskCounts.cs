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
}
