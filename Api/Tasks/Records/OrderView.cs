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

    [Description("Which of the carrier's services was asked for; none for the cheapest.")]
    public string? ShippingService { get; init; }

    [Description("Where it goes.")]
    public AddressView? ShippingAddress { get; init; }

    [Description("Until when its stock is held for its payment; missing once it is held for good.")]
    public DateTimeOffset? HeldUntil { get; init; }

    [Description("Once its payment is authorised, what the payment is known by on the ledger.")]
    public string? ChargeId { get; init; }

    [Description("Once shipped, what the carrier knows the shipment by.")]
    public string? TrackingNumber { get; init; }

    [Description("Once shipped, what its label is known by.")]
    public string? LabelReference { get; init; }

    [Description("Once shipped, the service it was shipped by.")]
    public ShippingView? Shipping { get; init; }

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
        ShippingService = order.ShippingService,
        ShippingAddress = AddressView.Of(order.Destination),
        HeldUntil = order.HeldUntil,
        ChargeId = order.ChargeId,
        TrackingNumber = order.TrackingNumber,
        LabelReference = order.LabelReference,
        Shipping = ShippingView.Of(order.Shipping),
        PlacedAt = order.PlacedAt,
        UpdatedAt = order.UpdatedAt,
        History = [.. order.History.Select(OrderChangeView.Of)],
    };
}
