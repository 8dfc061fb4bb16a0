using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>What the business has on record in a data folder that no server has open.</summary>
public sealed class Books(string dataFolder) : IDisposable
{
    private readonly TaskDatabase _database = TaskDatabase.Open(dataFolder);

    /// <summary>Where the order stands, and the kinds of its ledger entries.</summary>
    public async Task<(OrderStatus? Status, IReadOnlyList<LedgerEntryKind> Entries)> OfOrderAsync(string orderId)
    {
        var order = await new SqliteOrderStore(_database).FindAsync(orderId);
        var entries = await new SqliteLedger(_database).OfOrderAsync(orderId);
        return (order?.Status, [.. entries.Select(entry => entry.Kind)]);
    }

    /// <summary>How many parcels have left, whosever they are.</summary>
    public async Task<long> ShipmentsAsync() => await CountAsync("SELECT count(*) FROM answers WHERE token LIKE 'carrier:%' AND outcome = 'Shipped'");

    /// <summary>How many orders there are.</summary>
    public async Task<long> OrdersAsync() => await CountAsync("SELECT count(*) FROM orders");

    /// <summary>What was charged, in minor units, the least first.</summary>
    public async Task<IReadOnlyList<long>> ChargesAsync() => await ListAsync("SELECT minor_units FROM ledger WHERE kind = 'Charge' ORDER BY 1", row => row.GetInt64(0));

    /// <summary>The files that versions of blobs are in.</summary>
    public async Task<IReadOnlyList<string>> BlobFilesAsync() => await ListAsync("SELECT file FROM blobs ORDER BY 1", row => row.GetString(0));

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private async Task<long> CountAsync(string query) => (await ListAsync(query, row => row.GetInt64(0))).Single();

    private async Task<IReadOnlyList<T>> ListAsync<T>(string query, Func<SqliteDataReader, T> read) => await _database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        },
        CancellationToken.None);
}
