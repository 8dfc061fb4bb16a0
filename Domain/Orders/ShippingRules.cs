using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Orders;

/// <summary>Which of a carrier's services ships an order.</summary>
public static class ShippingRules
{
    /// <summary>
    /// The quote of the service the order asks for, whatever its case; without one the cheapest, and of equally cheap ones the
    /// quickest. None when there is no such service.
    /// </summary>
    public static ShippingQuote? Choose(IReadOnlyList<ShippingQuote> quotes, string? service) => quotes
        .Where(quote => service is null || string.Equals(quote.Service, service, StringComparison.OrdinalIgnoreCase))
        .OrderBy(quote => quote.Price.Amount)
        .ThenBy(quote => quote.Days)
        .ThenBy(quote => quote.Carrier, StringComparer.Ordinal)
        .ThenBy(quote => quote.Service, StringComparer.Ordinal)
        .FirstOrDefault();
}
