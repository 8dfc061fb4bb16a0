using System.Diagnostics;

namespace TaskOrchestration.Domain.Orders;

/// <summary>Which status leads to which.</summary>
public static class OrderTransitions
{
    /// <summary>Whether an order may move from one status to another.</summary>
    public static bool Leads(OrderStatus from, OrderStatus to) => After(from).Contains(to);

    /// <summary>What a status leads to; nothing for the ends.</summary>
    /// <remarks>
    /// A declined, refused or out-of-stock order may be tried again. A placed order may be refunded because a charge can stand
    /// on the ledger before the order's record says so.
    /// </remarks>
    public static IReadOnlyList<OrderStatus> After(OrderStatus status) => status switch
    {
        OrderStatus.Placed => [OrderStatus.Paid, OrderStatus.Declined, OrderStatus.Refunded, OrderStatus.Cancelled],
        OrderStatus.OutOfStock => [OrderStatus.Placed, OrderStatus.OutOfStock, OrderStatus.Cancelled],
        OrderStatus.Paid =>
        [
            OrderStatus.Shipped, OrderStatus.CarrierUnavailable, OrderStatus.ShippingRefused, OrderStatus.Refunded, OrderStatus.Cancelled,
        ],
        OrderStatus.Declined => [OrderStatus.Paid, OrderStatus.Declined, OrderStatus.Refunded, OrderStatus.Cancelled],
        OrderStatus.CarrierUnavailable =>
            [OrderStatus.Shipped, OrderStatus.ShippingRefused, OrderStatus.Refunded, OrderStatus.Cancelled],
        OrderStatus.ShippingRefused =>
        [
            OrderStatus.Shipped, OrderStatus.CarrierUnavailable, OrderStatus.ShippingRefused, OrderStatus.Refunded, OrderStatus.Cancelled,
        ],
        OrderStatus.Shipped => [OrderStatus.Confirmed],
        OrderStatus.Confirmed or OrderStatus.Refunded or OrderStatus.Cancelled => [],
        _ => throw new UnreachableException($"Order status {status} leads nowhere known."),
    };

    /// <summary>What a status leads to, in words.</summary>
    public static string NamesAfter(OrderStatus status) => After(status) is { Count: > 0 } next ? string.Join(", ", next) : "nothing else";
}
