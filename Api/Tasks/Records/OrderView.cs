using System.ComponentModel;
using TaskOrchestration.Domain.Orders;

namespace TaskOrchestration.Api.Tasks.Records;

/// <summary>The record of an order.</summary>
[DisplayName("Order"), Description("The record of an order.")]
internal sealed record OrderView
{
    [Description("Its id.")]
    public required string OrderId { get; init; }

    [Description("The task that follows it.")]
    public string? TaskId { get; init; }

    [Description("How it stands.")]
    public required OrderStatus Status { get; init; }

    [Description("Who ordered.")]
    public string? CustomerId { get; init; }

    [Description("What was ordered.")]
    public required IReadOnlyList<OrderLineView> Items { get; init; }

    [Description("What is to be paid, with all decimals of its currency.")]
    public decimal? Total { get; init; }

    [Description("The currency's ISO 4217 code.")]
    public string? Currency { get; init; }

    [Description("How it is paid.")]
    public string? PaymentMethod { get; init; }

    [Description("Who ships it.")]
    public string? Carrier { get; init; }

    [Description("Where it goes.")]
    public AddressView? ShippingAddress { get; init; }

    [Description("Once charged, the transaction id of the charge.")]
    public string? ChargeId { get; init; }

    [Description("Once shipped, what the carrier knows the shipment by.")]
    public string? TrackingNumber { get; init; }

    [Description("When it was first recorded.")]
    public required DateTimeOffset PlacedAt { get; init; }

    [Description("When it last changed its status.")]
    public required DateTimeOffset UpdatedAt { get; init; }

    [Description("Every status it has had, oldest first.")]
    public required IReadOnlyList<OrderChangeView> History { get; init; }

    public static OrderView Of(Order order, string? taskId) => new()
    {
        OrderId = order.OrderId,
        TaskId = taskId,
        Status = order.Status,
        CustomerId = order.CustomerId,
        Items = [.. order.Lines.Select(OrderLineView.Of)],
        Total = order.Total?.Amount,
        Currency = order.Total?.Currency.Code,
        PaymentMethod = order.PaymentMethod,
        Carrier = order.Carrier,
        ShippingAddress = AddressView.Of(order.Destination),
        ChargeId = order.ChargeId,
        TrackingNumber = order.TrackingNumber,
        PlacedAt = order.PlacedAt,
        UpdatedAt = order.UpdatedAt,
        History = [.. order.History.Select(OrderChangeView.Of)],
    };
}
