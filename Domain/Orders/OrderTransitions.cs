using System.Diagnostics;

namespace TaskOrchestration.Domain.Orders;

/// <summary>Which status leads to which.</summary>
public static class OrderTransitions
{
    /// <summary>Whether an order may move from one status to another.</summary>
    public static bool Leads(OrderStatus from, OrderStatus to) => After(from).Contains(to);

    /// <summary>What a status leads to; nothing for the ends.</summary>
    /// <remarks>
    /// A declined, refused or out-of-stock order may be tried again. An order that is being undone can still turn out to have
    /// been shipped: then it stays so.
    /// </remarks>
    public static IReadOnlyList<OrderStatus> After(OrderStatus status) => status switch
    {
        OrderStatus.Placed => [OrderStatus.Paid, OrderStatus.Declined, OrderStatus.Cancelling],
        OrderStatus.OutOfStock => [OrderStatus.Placed, OrderStatus.OutOfStock, OrderStatus.Cancelling],
        OrderStatus.Paid => [OrderStatus.Shipped, OrderStatus.CarrierUnavailable, OrderStatus.ShippingRefused, OrderStatus.Cancelling],
        OrderStatus.Declined => [OrderStatus.Paid, OrderStatus.Declined, OrderStatus.Cancelling],
        OrderStatus.CarrierUnavailable => [OrderStatus.Shipped, OrderStatus.ShippingRefused, OrderStatus.Cancelling],
        OrderStatus.ShippingRefused =>
            [OrderStatus.Shipped, OrderStatus.CarrierUnavailable, OrderStatus.ShippingRefused, OrderStatus.Cancelling],
        OrderStatus.Shipped => [OrderStatus.Confirmed],
        OrderStatus.Cancelling => [OrderStatus.Shipped, OrderStatus.Refunded, OrderStatus.Cancelled],
        OrderStatus.Confirmed or OrderStatus.Refunded or OrderStatus.Cancelled => [],
        _ => throw new UnreachableException($"Order status {status} leads nowhere known."),
    };

    /// <summary>What a status leads to, in words.</summary>
    public static string NamesAfter(OrderStatus status) => After(status) is { Count: > 0 } next ? string.Join(", ", next) : "nothing else";
}
