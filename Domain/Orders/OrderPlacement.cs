using System.Diagnostics;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Orders;

/// <summary>Takes an order down and reserves its stock.</summary>
/// <remarks>
/// An id that is taken already answers that order as it stands when the content agrees, and is refused when it does not. An order
/// that was out of stock is tried again by another step, not by a repetition of the same one.
/// </remarks>
public sealed class OrderPlacement(IOrderStore orders, IInventory inventory) : IStep<OrderRequest, Order>
{
    /// <inheritdoc/>
    /// <exception cref="OutOfStockException">Recorded; nothing is reserved.</exception>
    /// <exception cref="InvalidOrderException">Not recorded.</exception>
    /// <exception cref="DuplicateOrderException">The id names another order.</exception>
    public async ValueTask<Order> ProcessAsync(OrderRequest request, StepContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        var total = OrderRules.TotalOf(request);
        var orderId = request.OrderId ?? Identifier.From("order", context.IdempotencyToken);

        var order = await orders.ChangeAsync(orderId, PlaceAsync, cancellationToken);
        return order.Status == OrderStatus.OutOfStock
            ? throw new OutOfStockException($"Order '{orderId}' cannot be delivered: {order.LastChange.Note}")
            : order;

        ValueTask<Order> PlaceAsync(Order? current)
        {
            if (current is null)
            {
                return ReserveAsync(null, change => New(orderId, request, total, change));
            }

            if (current.Status is OrderStatus.Cancelling or OrderStatus.Cancelled or OrderStatus.Refunded)
            {
                return ValueTask.FromResult(current.MovedTo(OrderStatus.Placed, context));
            }

            if (!OrderRules.Agrees(current, request, total))
            {
                throw new DuplicateOrderException($"Order '{orderId}' exists already, with other content.");
            }

            return current.Status != OrderStatus.OutOfStock || current.WasLeft(OrderStatus.OutOfStock, context)
                ? ValueTask.FromResult(current)
                : ReserveAsync(current, change => current.MovedTo(change.Status, context, change.Note));
        }

        async ValueTask<Order> ReserveAsync(Order? current, Func<StatusChange, Order> record)
        {
            var lines = current?.Lines ?? request.Lines;
            var reservation = await inventory.ReserveAsync(OrderTokens.Stock(orderId, current), lines, context.Now, cancellationToken);
            return reservation.Status switch
            {
                ReservationStatus.Held => record(Change(OrderStatus.Placed)) with { HeldUntil = reservation.ExpiresAt },
                ReservationStatus.Short => record(Change(OrderStatus.OutOfStock, $"'{reservation.MissingSku}' is out of stock.")),
                ReservationStatus.CalledOff or ReservationStatus.Expired =>
                    throw new TransientFailureException($"Order '{orderId}' was called off while it was being placed."),
                _ => throw new UnreachableException($"Reservation status {reservation.Status} is not known."),
            };
        }

        StatusChange Change(OrderStatus status, string? note = null) => new(status, context.Now, context.IdempotencyToken, note);
    }

    private static Order New(string orderId, OrderRequest request, Money? total, StatusChange status) => new()
    {
        OrderId = orderId,
        CustomerId = request.CustomerId,
        Lines = request.Lines,
        Total = total,
        PaymentMethod = request.PaymentMethod,
        Carrier = request.Carrier,
        ShippingService = request.ShippingService,
        Destination = request.Destination,
        History = [status],
    };
}
