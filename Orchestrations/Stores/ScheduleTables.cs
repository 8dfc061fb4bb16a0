namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The tables of schedules and their firings.</summary>
internal static class ScheduleTables
{
    public const string Sql =
        """
        SELECT 1;
        """;
}
