namespace TaskOrchestration.Domain.Orders;

/// <summary>What a customer is told when an order is on its way: what was bought, what was paid, how it is shipped.</summary>
public static class ConfirmationMessage
{
    private const int MostLines = 20;

    /// <summary>The message; the first of its lines says the most important.</summary>
    public static string Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return string.Join(
            '\n',
            [
                $"Your order {order.OrderId} is on its way: tracking number {order.TrackingNumber}."
                    + (order.Total is { IsZero: false } total ? $" You paid {total}." : ""),
                .. Bought(order),
                .. Shipped(order),
            ]);
    }

    private static IEnumerable<string> Bought(Order order) => order.Lines.Count == 0
        ? []
        : order.Lines
            .Take(MostLines)
            .Select(line => $"  {line.Quantity} x {line.Sku}" + (line.UnitPrice is { } price ? $" at {price}" : ""))
            .Prepend("You bought:")
            .Concat(order.Lines.Count > MostLines ? [$"  and {order.Lines.Count - MostLines} more"] : []);

    private static IEnumerable<string> Shipped(Order order)
    {
        if (order.Shipping is { } shipping)
        {
            yield return $"Shipped with {shipping.Carrier}, {shipping.Service}: {shipping.Days} {(shipping.Days == 1 ? "day" : "days")}.";
        }

        string?[] address =
        [
            order.Destination?.Recipient, order.Destination?.Street,
            $"{order.Destination?.PostalCode} {order.Destination?.City}".Trim(), order.Destination?.Country,
        ];
        if (string.Join(", ", address.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } to)
        {
            yield return $"It goes to {to}.";
        }
    }
}
