using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>What the simulated carriers ask: a price for the parcel and one for each piece, dearer the quicker.</summary>
internal static class SimulatedTariff
{
    private const string HouseCarrier = "parcel-post";
    private static readonly Currency Usual = Currency.Of("EUR");

    private static readonly (string Service, long Parcel, long Piece, int Days)[] Services =
        [("standard", 490, 20, 4), ("express", 990, 50, 2), ("overnight", 1990, 100, 1)];

    /// <summary>The quotes, cheapest first.</summary>
    public static IReadOnlyList<ShippingQuote> Quotes(ShipmentRequest request)
    {
        var pieces = request.Lines.Sum(line => (long)line.Quantity);
        var currency = (request.Currency ?? Usual).Code;
        return
        [
            .. from service in Services
               let price = Money.OfMinorUnits(service.Parcel + (service.Piece * pieces), currency)
               select new ShippingQuote(request.Carrier ?? HouseCarrier, service.Service, price, service.Days),
        ];
    }
}
