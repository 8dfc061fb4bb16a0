using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Orders;

/// <summary>What makes an order one that can be placed.</summary>
public static class OrderRules
{
    /// <summary>The largest quantity of one line.</summary>
    public const int MaximumQuantity = 1_000_000;

    /// <summary>What an order has to pay: its total, or else the sum of its lines, or else nothing.</summary>
    /// <exception cref="InvalidOrderException">A line or the total that cannot be.</exception>
    /// <exception cref="InvalidAmountException">Lines in several currencies, or a sum too large.</exception>
    public static Money? TotalOf(OrderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.OrderId is { } id && !Identifier.IsUsable(id))
        {
            throw new InvalidOrderException(
                $"Expected an order id of 1 to {Identifier.MaximumLength} printable characters, found one of {id.Length} characters.");
        }

        for (var i = 0; i < request.Lines.Count; i++)
        {
            CheckLine(request.Lines[i], i + 1);
        }

        var priced = request.Lines.Count(line => line.UnitPrice is not null);
        if (priced == 0)
        {
            return request.Total;
        }

        if (priced < request.Lines.Count)
        {
            return request.Total ?? throw new InvalidOrderException(
                $"Expected a price on every line or a total, found {priced} of {request.Lines.Count} lines with a price and no total.");
        }

        var sum = request.Lines.Select(line => line.UnitPrice!.Times(line.Quantity)).Aggregate((sum, amount) => sum.Plus(amount));
        return request.Total is null || request.Total == sum
            ? sum
            : throw new InvalidOrderException($"Expected a total of {sum}, the sum of the lines; found {request.Total}.");
    }

    /// <summary>Whether a request names an order and gives nothing that the order contradicts.</summary>
    /// <remarks>What the request leaves out agrees with anything, so that an order's id alone names it.</remarks>
    public static bool Agrees(Order order, OrderRequest request, Money? total)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(request);
        return (request.CustomerId is null || request.CustomerId == order.CustomerId)
            && (request.Lines.Count == 0 || request.Lines.Equals(order.Lines))
            && (total is null || total == order.Total)
            && (request.PaymentMethod is null || request.PaymentMethod == order.PaymentMethod)
            && (request.Carrier is null || request.Carrier == order.Carrier)
            && (request.ShippingService is null || request.ShippingService == order.ShippingService)
            && (request.Destination is null || request.Destination == order.Destination);
    }

    private static void CheckLine(OrderLine line, int number)
    {
        if (!Identifier.IsUsable(line.Sku))
        {
            throw new InvalidOrderException(
                $"Expected line {number} to have a SKU of 1 to {Identifier.MaximumLength} printable characters, found '{line.Sku}'.");
        }

        if (line.Quantity is < 1 or > MaximumQuantity)
        {
            throw new InvalidOrderException(
                $"Expected line {number} to have a quantity from 1 to {MaximumQuantity}, found {line.Quantity}.");
        }
    }
}
