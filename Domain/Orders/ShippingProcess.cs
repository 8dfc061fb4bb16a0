using System.Diagnostics;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;

namespace TaskOrchestration.Domain.Orders;

/// <summary>Chooses a service of the carrier, has the payment captured and hands the order over.</summary>
/// <remarks>
/// The capture comes between the choice and the handing over: a parcel never leaves unpaid, and nobody pays for a parcel that no
/// carrier would take. Should the handing over fail, <see cref="OrderCompensation"/> pays the captured money back.
/// </remarks>
public sealed class ShippingProcess(IOrderStore orders, ICarrier carrier, IPaymentGateway gateway) : IStep<OrderReference, Order>
{
    /// <inheritdoc/>
    /// <exception cref="CarrierUnavailableException">Recorded; the same step may be tried again.</exception>
    /// <exception cref="ShippingRefusedException">Recorded; the order is to be compensated.</exception>
    /// <exception cref="PaymentDeclinedException">The authorisation was not good any more; the order is to be compensated.</exception>
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
        try
        {
            return await HandOverAsync(order, shipped, context, cancellationToken);
        }
        catch (CarrierUnavailableException unavailable)
        {
            // The record tells how the order stands while the workflow waits for its next try.
            return order.Status == OrderStatus.CarrierUnavailable
                ? order
                : order.MovedTo(OrderStatus.CarrierUnavailable, context, unavailable.Message);
        }
    }

    private async ValueTask<Order> HandOverAsync(Order order, Order shipped, StepContext context, CancellationToken cancellationToken)
    {
        var token = OrderTokens.Shipment(order);
        var request = new ShipmentRequest(order.OrderId, order.Carrier, order.Destination, order.Lines, context.Now) { Currency = order.Total?.Currency };
        var quote = ShippingRules.Choose(await carrier.QuoteAsync(token, request, cancellationToken), order.ShippingService);
        if (quote is null)
        {
            return order.MovedTo(OrderStatus.ShippingRefused, context, NoService(order));
        }

        await CaptureAsync(order, context, cancellationToken);
        var shipment = await carrier.ShipAsync(token, request with { Quote = quote }, cancellationToken);
        return shipment.Status switch
        {
            ShipmentStatus.Shipped => shipped.With(shipment),
            ShipmentStatus.Refused => order.MovedTo(OrderStatus.ShippingRefused, context, shipment.Reference),
            ShipmentStatus.CalledOff =>
                throw new TransientFailureException($"The shipment of order '{order.OrderId}' was called off while it was under way."),
            _ => throw new UnreachableException($"Shipment status {shipment.Status} is not known."),
        };
    }

    private static string NoService(Order order) => order.ShippingService is { } service
        ? $"No carrier offers the service '{service}' for it."
        : "No carrier serves its destination.";

    private async ValueTask CaptureAsync(Order order, StepContext context, CancellationToken cancellationToken)
    {
        if (order.Total is not { IsZero: false })
        {
            return;
        }

        var standing = await gateway.CaptureAsync(OrderTokens.Payment(order), context.Now, cancellationToken);
        switch (standing.Kind)
        {
            case LedgerEntryKind.Charge:
                return;
            case LedgerEntryKind.Decline:
                throw new PaymentDeclinedException(
                    $"The payment of {order.Total} for order '{order.OrderId}' was declined when it was captured: {Declines.InWords(standing)}");
            case LedgerEntryKind.Void:
                throw new TransientFailureException($"The payment for order '{order.OrderId}' was called off while it was being captured.");
            default:
                throw new UnreachableException($"A capture is not answered with a {standing.Kind}.");
        }
    }
}
