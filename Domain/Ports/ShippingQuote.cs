using TaskOrchestration.Domain.Amounts;

namespace TaskOrchestration.Domain.Ports;

/// <summary>What a carrier asks for a service.</summary>
/// <param name="Carrier">Who would ship.</param>
/// <param name="Service">How: what the carrier calls the service.</param>
/// <param name="Price">What it asks of the shop. What the customer pays is the order's total.</param>
/// <param name="Days">How many days it takes.</param>
public sealed record ShippingQuote(string Carrier, string Service, Money Price, int Days);
