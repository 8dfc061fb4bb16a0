using System.Diagnostics;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;

namespace TaskOrchestration.Domain.Orders;

/// <summary>Charges a placed order. An order with nothing to pay is paid without a charge.</summary>
public sealed class PaymentProcessing(IOrderStore orders, IPaymentGateway gateway) : IStep<OrderReference, Order>
{
    /// <inheritdoc/>
    /// <exception cref="PaymentDeclinedException">Recorded; another step may try again.</exception>
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

        var paid = order.MovedTo(OrderStatus.Paid, context);
        return order.Total is { IsZero: false } ? await ChargeAsync(order, paid, context, cancellationToken) : paid;
    }

    private static bool IsPaid(Order order) =>
        order.Status is OrderStatus.Paid or OrderStatus.CarrierUnavailable or OrderStatus.ShippingRefused
            or OrderStatus.Shipped or OrderStatus.Confirmed;

    private async ValueTask<Order> ChargeAsync(Order order, Order paid, StepContext context, CancellationToken cancellationToken)
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
        var standing = await gateway.ChargeAsync(token, charge, cancellationToken);
        return standing.Kind switch
        {
            LedgerEntryKind.Charge => paid with { ChargeId = standing.TransactionId },
            LedgerEntryKind.Decline => order.MovedTo(OrderStatus.Declined, context, standing.Reason),
            LedgerEntryKind.Void =>
                throw new TransientFailureException($"The payment for order '{order.OrderId}' was called off while it was under way."),
            _ => throw new UnreachableException($"A charge is not answered with a {standing.Kind}."),
        };
    }
}
