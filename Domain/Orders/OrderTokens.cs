using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Orders;

/// <summary>The tokens under which an order's stock, payment and shipment are asked for.</summary>
/// <remarks>
/// They follow from the order's record, not from the step's token: two workflows over one order, or a step visited again, ask for
/// the same charge and the same shipment. Only when the record holds a final refusal is the next try a new one.
/// </remarks>
internal static class OrderTokens
{
    /// <summary>The reservation of an order that may have no record yet.</summary>
    public static string Stock(string orderId, Order? order) => $"order/{orderId}/stock/{order?.Times(OrderStatus.OutOfStock) ?? 0}";

    /// <summary>The present try to authorise its payment, whose capture has the token that follows from this one.</summary>
    public static string Payment(Order order) => $"order/{order.OrderId}/payment/{order.Times(OrderStatus.Declined)}";

    /// <summary>What the present try to charge it will be known by on the ledger.</summary>
    public static string ChargeId(Order order) => Identifier.From("charge", Payment(order));

    /// <summary>The present try to ship it.</summary>
    public static string Shipment(Order order) => $"order/{order.OrderId}/shipment/{order.Times(OrderStatus.ShippingRefused)}";

    /// <summary>Its confirmation.</summary>
    public static string Confirmation(Order order) => $"order/{order.OrderId}/confirmation";
}
