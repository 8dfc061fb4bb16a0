using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Orders;

namespace TaskOrchestration.Domain.InMemory;

/// <summary>Orders, for as long as the process lives.</summary>
public sealed class InMemoryOrderStore : IOrderStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Order> orders = [];

    /// <inheritdoc/>
    public ValueTask<Order?> FindAsync(string orderId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(orders.GetValueOrDefault(orderId));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Order?> TrySaveAsync(Order order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var kept = orders.GetValueOrDefault(order.OrderId)?.Version ?? 0;
            return ValueTask.FromResult(kept == order.Version ? Saved(order) : null);
        }
    }

    private Order Saved(Order order) => orders[order.OrderId] = order with { Version = order.Version + 1 };
}
