using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>What every <see cref="IOrderStore"/> must do.</summary>
public abstract class OrderStoreContract : VersionedStoreContract<IOrderStore, Order>
{
    /// <inheritdoc/>
    protected override ValueTask<Order?> FindAsync(IOrderStore store, string id) => store.FindAsync(id);

    /// <inheritdoc/>
    protected override ValueTask<Order?> TrySaveAsync(IOrderStore store, Order record) => store.TrySaveAsync(record);

    /// <inheritdoc/>
    protected override Order Full(string id) => Samples.FullOrder(id);

    /// <inheritdoc/>
    protected override Order Bare(string id) => Samples.BareOrder(id);

    /// <inheritdoc/>
    protected override Order AtVersion(Order record, long version) => record with { Version = version };

    /// <inheritdoc/>
    protected override DateTimeOffset BeganAt(Order record) => record.PlacedAt;
}
