using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Values;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>The JSON text an order is kept as: all of it but its id and version, which have columns of their own.</summary>
public static class OrderDocument
{
    /// <summary>The text of an order.</summary>
    public static string Write(Order order) => new JsonObjectBuilder()
        .SetIfPresent("customerId", order.CustomerId)
        .Set("lines", JsonArray.Of(order.Lines.Select(WriteLine)))
        .SetIfPresent("total", WriteMoney(order.Total))
        .SetIfPresent("paymentMethod", order.PaymentMethod)
        .SetIfPresent("carrier", order.Carrier)
        .SetIfPresent("shippingService", order.ShippingService)
        .SetIfPresent("destination", WriteAddress(order.Destination))
        .Set("history", JsonArray.Of(order.History.Select(WriteChange)))
        .SetIfPresent("chargeId", order.ChargeId)
        .SetIfPresent("heldUntil", order.HeldUntil is { } until ? SqliteRows.WriteTime(until) : null)
        .SetIfPresent("trackingNumber", order.TrackingNumber)
        .SetIfPresent("labelReference", order.LabelReference)
        .SetIfPresent("shipping", WriteQuote(order.Shipping))
        .Build()
        .ToString();

    /// <summary>The order of a text.</summary>
    public static Order Read(string orderId, long version, string document)
    {
        var kept = (JsonObject)Json.Parse(document);
        return new Order
        {
            OrderId = orderId,
            Version = version,
            CustomerId = Text(kept, "customerId"),
            Lines = Items(kept, "lines", ReadLine),
            Total = ReadMoney(kept["total"]),
            PaymentMethod = Text(kept, "paymentMethod"),
            Carrier = Text(kept, "carrier"),
            ShippingService = Text(kept, "shippingService"),
            Destination = ReadAddress(kept["destination"]),
            History = Items(kept, "history", ReadChange),
            ChargeId = Text(kept, "chargeId"),
            HeldUntil = Text(kept, "heldUntil") is { } until ? SqliteRows.ReadTime(until) : null,
            TrackingNumber = Text(kept, "trackingNumber"),
            LabelReference = Text(kept, "labelReference"),
            Shipping = ReadQuote(kept["shipping"]),
        };
    }

    private static Json WriteLine(OrderLine line) => new JsonObjectBuilder()
        .Set("sku", Json.Of(line.Sku))
        .Set("quantity", Json.Of(line.Quantity))
        .SetIfPresent("unitPrice", WriteMoney(line.UnitPrice))
        .Build();

    private static OrderLine ReadLine(JsonObject line) =>
        new(Text(line, "sku")!, (int)Integer(line, "quantity"), ReadMoney(line["unitPrice"]));

    private static JsonObject? WriteMoney(Money? money) => money is null
        ? null
        : JsonObject.Of(("minorUnits", Json.Of(money.MinorUnits)), ("currency", Json.Of(money.Currency.Code)));

    private static Money? ReadMoney(Json? kept) =>
        kept is JsonObject money ? Money.OfMinorUnits(Integer(money, "minorUnits"), Text(money, "currency")!) : null;

    private static JsonObject? WriteAddress(Address? address) => address is null
        ? null
        : new JsonObjectBuilder()
            .SetIfPresent("recipient", address.Recipient)
            .SetIfPresent("street", address.Street)
            .SetIfPresent("city", address.City)
            .SetIfPresent("postalCode", address.PostalCode)
            .SetIfPresent("country", address.Country)
            .Build();

    private static Address? ReadAddress(Json? kept) => kept is not JsonObject address ? null : new Address
    {
        Recipient = Text(address, "recipient"),
        Street = Text(address, "street"),
        City = Text(address, "city"),
        PostalCode = Text(address, "postalCode"),
        Country = Text(address, "country"),
    };

    private static JsonObject? WriteQuote(ShippingQuote? quote) => quote is null
        ? null
        : new JsonObjectBuilder()
            .Set("carrier", Json.Of(quote.Carrier))
            .Set("service", Json.Of(quote.Service))
            .SetIfPresent("price", WriteMoney(quote.Price))
            .Set("days", Json.Of(quote.Days))
            .Build();

    private static ShippingQuote? ReadQuote(Json? kept) => kept is not JsonObject quote
        ? null
        : new ShippingQuote(Text(quote, "carrier")!, Text(quote, "service")!, ReadMoney(quote["price"])!, (int)Integer(quote, "days"));

    private static Json WriteChange(StatusChange change) => new JsonObjectBuilder()
        .Set("status", Json.Of(change.Status.ToString()))
        .Set("at", Json.Of(SqliteRows.WriteTime(change.At)))
        .Set("token", Json.Of(change.Token))
        .SetIfPresent("note", change.Note)
        .Build();

    private static StatusChange ReadChange(JsonObject change) => new(
        Enum.Parse<OrderStatus>(Text(change, "status")!),
        SqliteRows.ReadTime(Text(change, "at")!),
        Text(change, "token")!,
        Text(change, "note"));

    private static ValueList<T> Items<T>(JsonObject from, string name, Func<JsonObject, T> read) =>
        [.. ((JsonArray)from[name]!).Select(item => read((JsonObject)item))];

    private static string? Text(JsonObject from, string name) => (from[name] as JsonString)?.Value;

    private static long Integer(JsonObject from, string name) =>
        from[name] is JsonNumber number && number.TryGetInteger(out var value)
            ? value
            : throw new InvalidDataException($"{name}: expected a whole number, found {from[name]?.ToString() ?? "nothing"}.");
}
