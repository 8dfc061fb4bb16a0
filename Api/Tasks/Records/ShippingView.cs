using System.ComponentModel;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Tasks.Records;

/// <summary>How an order was shipped.</summary>
[DisplayName("Shipping"), Description("The carrier's service that an order was shipped by.")]
internal sealed record ShippingView
{
    [Description("Who ships.")]
    public required string Carrier { get; init; }

    [Description("What the carrier calls the service.")]
    public required string Service { get; init; }

    [Description("What the carrier asks of the shop; what the customer pays is the order's total.")]
    public required decimal Price { get; init; }

    [Description("The currency of the price.")]
    public required string Currency { get; init; }

    [Description("How many days it takes.")]
    public required int Days { get; init; }

    public static ShippingView? Of(ShippingQuote? quote) => quote is null ? null : new ShippingView
    {
        Carrier = quote.Carrier,
        Service = quote.Service,
        Price = quote.Price.Amount,
        Currency = quote.Price.Currency.Code,
        Days = quote.Days,
    };
}
