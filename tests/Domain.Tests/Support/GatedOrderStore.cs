using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tests.Support;

internal sealed class GatedOrderStore(IOrderStore inner, IGate gate) : IOrderStore
{
    public async ValueTask<Order?> FindAsync(string orderId, CancellationToken cancellationToken = default)
    {
        await gate.PassAsync();
        var found = await inner.FindAsync(orderId, cancellationToken);
        await gate.PassAsync();
        return found;
    }

    public async ValueTask<Order?> TrySaveAsync(Order order, CancellationToken cancellationToken = default)
    {
        await gate.PassAsync();
        var saved = await inner.TrySaveAsync(order, cancellationToken);
        await gate.PassAsync();
        return saved;
    }
}
