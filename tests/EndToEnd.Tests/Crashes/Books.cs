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

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private async Task<long> CountAsync(string query) => await _database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = query;
            return (long)command.ExecuteScalar()!;
        },
        CancellationToken.None);
}
