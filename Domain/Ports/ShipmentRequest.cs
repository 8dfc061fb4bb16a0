using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Ports;

/// <summary>What a carrier is told to ship, or to quote for.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Carrier">Who is asked for; none leaves it open.</param>
/// <param name="Destination">Where to.</param>
/// <param name="Lines">What.</param>
/// <param name="At">When.</param>
public sealed record ShipmentRequest(
    string OrderId, string? Carrier, Address? Destination, ValueList<OrderLine> Lines, DateTimeOffset At)
{
    /// <summary>The currency to quote in; none leaves it open.</summary>
    public Currency? Currency { get; init; }

    /// <summary>When shipping, the quote that was chosen.</summary>
    public ShippingQuote? Quote { get; init; }
}
