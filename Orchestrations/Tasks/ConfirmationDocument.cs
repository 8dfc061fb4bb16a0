using System.Globalization;
using System.Net;
using System.Text;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Orders;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>What a customer keeps of an order: what was ordered, paid and shipped. The same order gives the same text, byte by byte.</summary>
internal static class ConfirmationDocument
{
    private const string Style =
        "body{font-family:sans-serif;max-width:40rem;margin:2rem auto;color:#222}table{border-collapse:collapse;width:100%}"
        + "th,td{border-bottom:1px solid #ccc;padding:.4rem;text-align:left}td.n,th.n{text-align:right}";

    public static string Write(Order order)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append($"<title>Confirmation of order {Text(order.OrderId)}</title>\n<style>{Style}</style>\n</head>\n<body>\n")
            .Append($"<h1>Order {Text(order.OrderId)}</h1>\n")
            .Append($"<p>Placed on {Day(order.PlacedAt)}{(order.CustomerId is null ? "" : $" by customer {Text(order.CustomerId)}")}, confirmed on {Day(order.UpdatedAt)}.</p>\n");
        Lines(page, order);
        page.Append(order.Total is { IsZero: false } total
            ? $"<p>Paid: <strong>{Amount(total)}</strong>{(order.PaymentMethod is null ? "" : $" by {Text(order.PaymentMethod)}")}{(order.ChargeId is null ? "" : $" (charge {Text(order.ChargeId)})")}.</p>\n"
            : "<p>There was nothing to pay.</p>\n");
        Shipping(page, order);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Lines(StringBuilder page, Order order)
    {
        if (order.Lines.Count == 0)
        {
            return;
        }

        page.Append("<table>\n<tr><th>Item</th><th class=\"n\">Quantity</th><th class=\"n\">Price</th></tr>\n");
        foreach (var line in order.Lines)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(line.Sku)}</td><td class=\"n\">{line.Quantity}</td><td class=\"n\">{(line.UnitPrice is null ? "" : Amount(line.UnitPrice))}</td></tr>\n");
        }

        page.Append("</table>\n");
    }

    private static void Shipping(StringBuilder page, Order order)
    {
        if (order.TrackingNumber is not null)
        {
            page.Append($"<p>Shipped{(order.Carrier is null ? "" : $" with {Text(order.Carrier)}")}: tracking number <strong>{Text(order.TrackingNumber)}</strong>.</p>\n");
        }

        if (order.Destination is { } to)
        {
            string?[] address = [to.Recipient, to.Street, $"{to.PostalCode} {to.City}".Trim(), to.Country];
            page.Append($"<address>{string.Join("<br>", address.Where(part => !string.IsNullOrEmpty(part)).Select(part => Text(part!)))}</address>\n");
        }
    }

    private static string Amount(Money money) => Text(money.ToString());

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
