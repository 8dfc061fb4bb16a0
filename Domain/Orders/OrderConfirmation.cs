using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;

namespace TaskOrchestration.Domain.Orders;

/// <summary>Tells the customer that the order is on its way, and closes it.</summary>
public sealed class OrderConfirmation(IOrderStore orders, INotifications notifications) : IStep<OrderReference, Order>
{
    /// <inheritdoc/>
    /// <exception cref="OrderNotFoundException">No such order.</exception>
    /// <exception cref="IllegalTransitionException">The order has not been shipped.</exception>
    public ValueTask<Order> ProcessAsync(OrderReference request, StepContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        return orders.ChangePlacedAsync(
            request.OrderId, current => ConfirmAsync(current, context, cancellationToken), cancellationToken);
    }

    private async ValueTask<Order> ConfirmAsync(Order order, StepContext context, CancellationToken cancellationToken)
    {
        if (order.Status == OrderStatus.Confirmed)
        {
            return order;
        }

        var confirmed = order.MovedTo(OrderStatus.Confirmed, context);
        await notifications.SendAsync(OrderTokens.Confirmation(order), order.CustomerId, ConfirmationMessage.Of(order), context.Now, cancellationToken);
        return confirmed;
    }
}
