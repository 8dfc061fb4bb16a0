using Microsoft.Data.Sqlite;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Orders in a <see cref="TaskDatabase"/>.</summary>
public sealed class SqliteOrderStore(TaskDatabase database) : IOrderStore
{
    /// <inheritdoc/>
    public ValueTask<Order?> FindAsync(string orderId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection => connection.First("SELECT order_id, version, document FROM orders WHERE order_id = $id", Read, ("$id", orderId)),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Order?> TrySaveAsync(Order order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        var saved = order with { Version = order.Version + 1 };
        return database.WriteAsync(connection => Save(connection, saved) == 1 ? saved : null, cancellationToken);
    }

    private static int Save(SqliteConnection connection, Order order) => connection.Run(
        order.Version == 1
            ? "INSERT INTO orders VALUES ($id, $version, $status, $updated, $document) ON CONFLICT (order_id) DO NOTHING"
            : """
              UPDATE orders SET version = $version, status = $status, updated_ms = $updated, document = $document
              WHERE order_id = $id AND version = $version - 1
              """,
        ("$id", order.OrderId),
        ("$version", order.Version),
        ("$status", order.Status.ToString()),
        ("$updated", order.UpdatedAt.ToUnixTimeMilliseconds()),
        ("$document", OrderDocument.Write(order)));

    private static Order Read(SqliteDataReader row) =>
        OrderDocument.Read(row.Text("order_id"), row.Integer("version"), row.Text("document"));
}
