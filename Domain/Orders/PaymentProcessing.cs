using System.Diagnostics;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;

namespace TaskOrchestration.Domain.Orders;

/// <summary>
/// Makes sure of a placed order's stock and has its payment authorised; the money moves when the order is shipped. An order with
/// nothing to pay is paid without an authorisation.
/// </summary>
public sealed class PaymentProcessing(IOrderStore orders, IPaymentGateway gateway, IInventory inventory) : IStep<OrderReference, Order>
{
    /// <inheritdoc/>
    /// <exception cref="PaymentDeclinedException">Recorded; another step may try again.</exception>
    /// <exception cref="ReservationExpiredException">The payment came too late: others have the stock. No money was asked for.</exception>
    /// <exception cref="OrderNotFoundException">No such order.</exception>
    /// <exception cref="IllegalTransitionException">The order's status does not lead to a payment.</exception>
    public async ValueTask<Order> ProcessAsync(OrderReference request, StepContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        var order = await orders.ChangePlacedAsync(
            request.OrderId, current => PayAsync(current, context, cancellationToken), cancellationToken);
        return order.Status == OrderStatus.Declined
            ? throw new PaymentDeclinedException($"The payment of {order.Total} for order '{order.OrderId}' was declined: {order.LastChange.Note}")
            : order;
    }

    private async ValueTask<Order> PayAsync(Order order, StepContext context, CancellationToken cancellationToken)
    {
        if (IsPaid(order) || order.WasLeft(OrderStatus.Declined, context))
        {
            return order;
        }

        var paid = order.MovedTo(OrderStatus.Paid, context) with { HeldUntil = null };
        await MakeSureOfStockAsync(order, context, cancellationToken);
        return order.Total is { IsZero: false } ? await AuthorizeAsync(order, paid, context, cancellationToken) : paid;
    }

    private static bool IsPaid(Order order) =>
        order.Status is OrderStatus.Paid or OrderStatus.CarrierUnavailable or OrderStatus.ShippingRefused
            or OrderStatus.Shipped or OrderStatus.Confirmed;

    private async ValueTask MakeSureOfStockAsync(Order order, StepContext context, CancellationToken cancellationToken)
    {
        var reservation = await inventory.ConfirmAsync(OrderTokens.Stock(order.OrderId, order), order.Lines, context.Now, cancellationToken);
        switch (reservation.Status)
        {
            case ReservationStatus.Held:
                return;
            case ReservationStatus.Expired or ReservationStatus.Short:
                throw new ReservationExpiredException(
                    $"The stock of order '{order.OrderId}' was held for too long, and '{reservation.MissingSku}' has been sold since.");
            case ReservationStatus.CalledOff:
                throw new TransientFailureException($"Order '{order.OrderId}' was called off while it was being paid for.");
            default:
                throw new UnreachableException($"Reservation status {reservation.Status} is not known.");
        }
    }

    private async ValueTask<Order> AuthorizeAsync(Order order, Order paid, StepContext context, CancellationToken cancellationToken)
    {
        var token = OrderTokens.Payment(order);
        var charge = new ChargeRequest
        {
            TransactionId = OrderTokens.ChargeId(order),
            Amount = order.Total!,
            PaymentMethod = order.PaymentMethod,
            AccountId = order.CustomerId,
            OrderId = order.OrderId,
            At = context.Now,
        };
        var standing = await gateway.AuthorizeAsync(token, charge, cancellationToken);
        return standing.Kind switch
        {
            LedgerEntryKind.Authorization or LedgerEntryKind.Charge => paid with { ChargeId = standing.TransactionId },
            LedgerEntryKind.Decline => order.MovedTo(OrderStatus.Declined, context, Declines.InWords(standing)),
            LedgerEntryKind.Void =>
                throw new TransientFailureException($"The payment for order '{order.OrderId}' was called off while it was under way."),
            _ => throw new UnreachableException($"A payment is not answered with a {standing.Kind}."),
        };
    }
}
