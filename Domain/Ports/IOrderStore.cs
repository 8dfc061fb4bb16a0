using TaskOrchestration.Domain.Orders;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Where the records of orders are kept.</summary>
public interface IOrderStore
{
    /// <summary>The order as it was last saved; none if it never was. Ids are compared exactly.</summary>
    ValueTask<Order?> FindAsync(string orderId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves the order if nobody has saved it since it was read: the kept version must be <see cref="Order.Version"/>, 0 meaning
    /// that there is none. Once it returns, the change is durable.
    /// </summary>
    /// <returns>The order with its new version, one more than before; none if somebody else was first, and then nothing is changed.</returns>
    ValueTask<Order?> TrySaveAsync(Order order, CancellationToken cancellationToken = default);
}
