using System.Globalization;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>What a simulated carrier keeps of a shipment: lines of text, the tracking number in the first, its quote in the next, then the label.</summary>
/// <remarks>Older records have the tracking number alone.</remarks>
internal static class SimulatedWaybill
{
    private const int QuoteLines = 5;

    public static string Write(string trackingNumber, ShipmentRequest request)
    {
        var quote = request.Quote is { } chosen
            ? new[] { chosen.Carrier, chosen.Service, Number(chosen.Price.MinorUnits), chosen.Price.Currency.Code, Number(chosen.Days) }
            : ["", "", "", "", ""];
        return string.Join('\n', new[] { trackingNumber }.Concat(quote).Concat(Label(trackingNumber, request)).Select(OnOneLine));
    }

    public static string TrackingNumberOf(string waybill) => waybill.Split('\n', 2)[0];

    public static ShippingQuote? QuoteOf(string waybill) =>
        waybill.Split('\n') is [_, var carrier, var service, { Length: > 0 } units, var currency, var days, ..]
            ? new ShippingQuote(carrier, service, Money.OfMinorUnits(long.Parse(units, CultureInfo.InvariantCulture), currency), int.Parse(days, CultureInfo.InvariantCulture))
            : null;

    public static string LabelOf(string waybill) => string.Join('\n', waybill.Split('\n').Skip(1 + QuoteLines));

    private static string[] Label(string trackingNumber, ShipmentRequest request) =>
    [
        $"{request.Quote?.Carrier ?? request.Carrier} {request.Quote?.Service}".Trim(),
        $"Tracking number {trackingNumber}",
        $"Order {request.OrderId}",
        .. To(request.Destination),
    ];

    private static IEnumerable<string> To(Address? to) => to is null
        ? []
        : new[] { to.Recipient, to.Street, $"{to.PostalCode} {to.City}".Trim(), to.Country }.OfType<string>().Where(line => line.Length > 0);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string OnOneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
