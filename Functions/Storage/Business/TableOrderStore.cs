using Azure.Data.Tables;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Stores;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>Orders in a table.</summary>
public sealed class TableOrderStore(EntityTables tables) : IOrderStore
{
    private readonly VersionedTable orders = new(tables[TableNames.Orders], "order");

    /// <inheritdoc/>
    public async ValueTask<Order?> FindAsync(string orderId, CancellationToken cancellationToken = default) =>
        await orders.FindAsync(orderId, cancellationToken) is { } kept ? Read(kept) : null;

    /// <inheritdoc/>
    public async ValueTask<Order?> TrySaveAsync(Order order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        var saved = order with { Version = order.Version + 1 };
        return await orders.TrySaveAsync(order.OrderId, Write(saved), cancellationToken) ? saved : null;
    }

    private TableEntity Write(Order order)
    {
        var entity = orders.Begin(order.OrderId, order.Version);
        entity["OrderId"] = order.OrderId;
        entity["Status"] = order.Status.ToString();
        entity.SetText("Document", OrderDocument.Write(order));
        return entity;
    }

    private static Order Read(TableEntity kept) =>
        OrderDocument.Read(kept.Text("OrderId"), kept.Integer("Version"), kept.FindText("Document") ?? throw new InvalidDataException($"Order '{kept.PartitionKey}' has no document."));
}
