using System.Diagnostics;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;

namespace TaskOrchestration.Domain.Orders;

/// <summary>Hands a paid order to its carrier.</summary>
public sealed class ShippingProcess(IOrderStore orders, ICarrier carrier) : IStep<OrderReference, Order>
{
    /// <inheritdoc/>
    /// <exception cref="CarrierUnavailableException">Recorded; the same step may be tried again.</exception>
    /// <exception cref="ShippingRefusedException">Recorded; the order is to be compensated.</exception>
    /// <exception cref="OrderNotFoundException">No such order.</exception>
    /// <exception cref="IllegalTransitionException">The order's status does not lead to a shipment.</exception>
    public async ValueTask<Order> ProcessAsync(OrderReference request, StepContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        var order = await orders.ChangePlacedAsync(
            request.OrderId, current => ShipAsync(current, context, cancellationToken), cancellationToken);
        return order.Status switch
        {
            OrderStatus.CarrierUnavailable =>
                throw new CarrierUnavailableException($"Order '{order.OrderId}' cannot be shipped now: {order.LastChange.Note}"),
            OrderStatus.ShippingRefused =>
                throw new ShippingRefusedException($"Order '{order.OrderId}' cannot be shipped: {order.LastChange.Note}"),
            _ => order,
        };
    }

    private async ValueTask<Order> ShipAsync(Order order, StepContext context, CancellationToken cancellationToken)
    {
        if (order.Status is OrderStatus.Shipped or OrderStatus.Confirmed || order.WasLeft(OrderStatus.ShippingRefused, context))
        {
            return order;
        }

        if (order.Status == OrderStatus.Cancelling)
        {
            // Such an order can turn out to have been shipped, which its compensation finds out; it cannot be shipped any more.
            throw new IllegalTransitionException($"Order '{order.OrderId}' is being undone and cannot be shipped.");
        }

        var shipped = order.MovedTo(OrderStatus.Shipped, context);
        var request = new ShipmentRequest(order.OrderId, order.Carrier, order.Destination, order.Lines, context.Now);
        try
        {
            var shipment = await carrier.ShipAsync(OrderTokens.Shipment(order), request, cancellationToken);
            return shipment.Status switch
            {
                ShipmentStatus.Shipped => shipped with { TrackingNumber = shipment.Reference },
                ShipmentStatus.Refused => order.MovedTo(OrderStatus.ShippingRefused, context, shipment.Reference),
                ShipmentStatus.CalledOff =>
                    throw new TransientFailureException($"The shipment of order '{order.OrderId}' was called off while it was under way."),
                _ => throw new UnreachableException($"Shipment status {shipment.Status} is not known."),
            };
        }
        catch (CarrierUnavailableException unavailable)
        {
            // The record tells how the order stands while the workflow waits for its next try.
            return order.Status == OrderStatus.CarrierUnavailable
                ? order
                : order.MovedTo(OrderStatus.CarrierUnavailable, context, unavailable.Message);
        }
    }
}
