using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;

namespace TaskOrchestration.Domain.Orders;

/// <summary>
/// Undoes an order in reverse: calls its shipment off, pays back what was captured or voids what was only authorised, gives its stock
/// back.
/// </summary>
/// <remarks>
/// Answers the order as it ends: Refunded, Cancelled when nothing had been charged, or Shipped when the shipment had left after
/// all; then nothing is undone and the order goes on to its confirmation. An order that ended well before is left alone.
/// </remarks>
public sealed class OrderCompensation(
    IOrderStore orders, ILedger ledger, IPaymentGateway gateway, IInventory inventory, ICarrier carrier)
    : IStep<CompensationRequest, Order>
{
    private readonly ChargeReversal reversal = new(ledger, gateway);

    /// <inheritdoc/>
    /// <exception cref="OrderNotFoundException">The order was refused when it was to be placed, so there is nothing to undo.</exception>
    public async ValueTask<Order> ProcessAsync(
        CompensationRequest request, StepContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        var claimed = await orders.ChangeAsync(
            request.OrderId, current => ValueTask.FromResult(Claim(current, request, context)), cancellationToken);
        return claimed.Status == OrderStatus.Cancelling
            ? await orders.ChangePlacedAsync(
                request.OrderId, current => UndoAsync(current, request, context, cancellationToken), cancellationToken)
            : claimed;
    }

    /// <summary>The order, closed to every step but this one.</summary>
    /// <remarks>
    /// Claiming first stops every step that reads the order from now on; those that read it before act under the tokens that are
    /// then called off. An order without a record gets one, so that a placement still under way finds it cancelled.
    /// </remarks>
    private static Order Claim(Order? current, CompensationRequest request, StepContext context)
    {
        if (request.Error is DuplicateOrderException.ErrorName or InvalidOrderException.ErrorName)
        {
            // The workflow that failed so has done nothing under this id: whatever stands there is another's.
            return current ?? throw new OrderNotFoundException($"Order '{request.OrderId}' was never placed: {request.Error}.");
        }

        if (current is null)
        {
            return new Order
            {
                OrderId = request.OrderId,
                History = [new StatusChange(OrderStatus.Cancelling, context.Now, context.IdempotencyToken, Why(request))],
            };
        }

        return OrderTransitions.Leads(current.Status, OrderStatus.Cancelling)
            ? current.MovedTo(OrderStatus.Cancelling, context, Why(request))
            : current;
    }

    private static string? Why(CompensationRequest request) =>
        string.Join(": ", new[] { request.Error, request.Cause }.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } why
            ? why
            : null;

    private async ValueTask<Order> UndoAsync(
        Order order, CompensationRequest request, StepContext context, CancellationToken cancellationToken)
    {
        if (order.Status != OrderStatus.Cancelling)
        {
            return order;
        }

        var shipment = await carrier.CallOffAsync(OrderTokens.Shipment(order), context.Now, cancellationToken);
        if (shipment.Status == ShipmentStatus.Shipped)
        {
            return order.MovedTo(OrderStatus.Shipped, context, "Had left before it could be called off.").With(shipment);
        }

        var chargeId = OrderTokens.ChargeId(order);
        var wasCharged = await reversal.UndoAsync(
            OrderTokens.Payment(order), chargeId, Why(request) ?? "The order was called off.", context.Now, cancellationToken);
        await inventory.ReleaseAsync(OrderTokens.Stock(order.OrderId, order), context.Now, cancellationToken);
        return wasCharged
            ? order.MovedTo(OrderStatus.Refunded, context) with { ChargeId = chargeId }
            : order.MovedTo(OrderStatus.Cancelled, context);
    }
}
