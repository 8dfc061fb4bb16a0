using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Settlements;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Stores;

public sealed class SqliteSettlementStoreTests : SettlementStoreContract, IDisposable
{
    private readonly TemporaryDatabases databases = new();

    public void Dispose() => databases.Dispose();

    [Theory]
    [InlineData(SqliteSettlementStore.EntriesOfPage)]
    [InlineData("SELECT u.position " + SqliteSettlementStore.PendingOfPage)]
    public async Task Reads_a_page_by_index(string query)
    {
        var plan = await databases.Create().ReadAsync(connection => Explain(connection, query), CancellationToken.None);

        Assert.NotEmpty(plan);
        Assert.All(plan, step => Assert.StartsWith("SEARCH", step, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Takes_what_an_older_ledger_has_for_pending()
    {
        using var folder = new TemporaryFolder();
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, TaskDatabase.FileName)};Pooling=False"))
        {
            connection.Open();
            connection.Run(BusinessTables.Sql);
            connection.Run("PRAGMA user_version = 1");
            connection.Run(
                """
                INSERT INTO ledger (token, kind, transaction_id, minor_units, currency, at) VALUES
                  ('a', 'Charge', 'a', 1000, 'EUR', '2024-02-29T23:59:59.1234567+02:00'),
                  ('b', 'Decline', 'b', 1000, 'EUR', '2024-02-29T23:59:59.1234567+02:00'),
                  ('c', 'Charge', 'c', 1000, 'EUR', '2024-03-01T00:00:00.0000000+02:00')
                """);
        }

        using var database = TaskDatabase.Open(folder.Path);
        var settlements = new SqliteSettlementStore(database);
        var cutOff = new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.FromHours(2));
        await settlements.PlanAsync(new SettlementDraft("s", new DateOnly(2024, 2, 29), "UTC", cutOff, 10, cutOff));
        await settlements.SettleAsync("s", 1, cutOff);

        var settled = Assert.Single(await settlements.EntriesAsync("s", 1));
        Assert.Equal(("a", LedgerEntryKind.Charge), (settled.Entry.Token, settled.Entry.Kind));
        Assert.Equal(1, await settlements.CountPendingAsync(cutOff.AddSeconds(1)));
    }

    protected override (ILedger Ledger, ISettlementStore Settlements) CreateStores()
    {
        var database = databases.Create();
        return (new SqliteLedger(database), new SqliteSettlementStore(database));
    }

    private static List<string> Explain(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {query}";
        foreach (var name in new[] { "$id", "$page", "$first", "$last", "$before" }.Where(name => query.Contains(name, StringComparison.Ordinal)))
        {
            command.Parameters.AddWithValue(name, 1);
        }

        using var rows = command.ExecuteReader();
        var steps = new List<string>();
        while (rows.Read())
        {
            steps.Add(rows.GetString(3));
        }

        return steps;
    }
}
