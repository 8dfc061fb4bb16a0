using Microsoft.Data.Sqlite;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The tables, and how an older file gets them.</summary>
internal static class TaskDatabaseSchema
{
    /// <summary>What leads from each version of the schema to the next, beginning with the empty file. Only ever added to.</summary>
    private static readonly string[] Steps =
    [
        BusinessTables.Sql,
        TaskTables.Sql,
        SettlementTables.Sql,
        ScheduleTables.Sql,
        ServiceTables.Sql,
    ];

    public static void BringUpToDate(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = connection.First("PRAGMA user_version", row => row.GetInt32(0));
        if (version > Steps.Length)
        {
            throw new InvalidDataException(
                $"{connection.DataSource}: expected a schema of version {Steps.Length} or older, found version {version}. "
                + "A newer version of this program has written it.");
        }

        foreach (var step in Steps.AsSpan(version))
        {
            connection.Run(step);
        }

        connection.Run($"PRAGMA user_version = {Steps.Length}");
        transaction.Commit();
    }
}
