namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>What settlements add to the business.</summary>
internal static class SettlementTables
{
    public const string Sql =
        """
        SELECT 1;
        """;
}
