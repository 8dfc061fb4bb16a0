using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Orders;

/// <summary>An order to place. Nothing is required.</summary>
public sealed record OrderRequest
{
    /// <summary>The order's id. Without one, an id is derived from the step's token.</summary>
    public string? OrderId { get; init; }

    /// <summary>Who orders.</summary>
    public string? CustomerId { get; init; }

    /// <summary>What is ordered.</summary>
    public ValueList<OrderLine> Lines { get; init; } = [];

    /// <summary>
    /// What is to be paid. Without it, the sum of the lines; it must agree with the lines when they are priced. An order with
    /// neither has nothing to pay.
    /// </summary>
    public Money? Total { get; init; }

    /// <summary>How it is paid: what the payment gateway knows a card or account by.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Who ships it: what the carriers are known by.</summary>
    public string? Carrier { get; init; }

    /// <summary>Which of the carrier's services; without it the cheapest.</summary>
    public string? ShippingService { get; init; }

    /// <summary>Where it goes.</summary>
    public Address? Destination { get; init; }
}
