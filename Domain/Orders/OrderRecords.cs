using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;

namespace TaskOrchestration.Domain.Orders;

/// <summary>How the steps read and change an order's record.</summary>
internal static class OrderRecords
{
    /// <summary>Changes an order that may have no record yet.</summary>
    public static ValueTask<Order> ChangeAsync(
        this IOrderStore orders, string orderId, Func<Order?, ValueTask<Order>> change, CancellationToken cancellationToken) =>
        OptimisticChange.ChangeAsync(
            () => orders.FindAsync(orderId, cancellationToken),
            change,
            order => orders.TrySaveAsync(order, cancellationToken));

    /// <summary>Changes an order that has been placed.</summary>
    /// <exception cref="OrderNotFoundException">It has not been placed.</exception>
    public static ValueTask<Order> ChangePlacedAsync(
        this IOrderStore orders, string orderId, Func<Order, ValueTask<Order>> change, CancellationToken cancellationToken) =>
        orders.ChangeAsync(
            orderId,
            order => change(order ?? throw new OrderNotFoundException($"Expected an order that has been placed, found no order '{orderId}'.")),
            cancellationToken);

    /// <summary>The order with what its carrier says about its shipment.</summary>
    public static Order With(this Order order, Shipment shipment) => order with
    {
        TrackingNumber = shipment.Reference,
        LabelReference = shipment.LabelReference,
        Shipping = shipment.Quote,
    };

    /// <summary>Whether the order stands as this very step left it.</summary>
    public static bool WasLeft(this Order order, OrderStatus status, StepContext context) =>
        order.Status == status && order.LastChange.Token == context.IdempotencyToken;
}
