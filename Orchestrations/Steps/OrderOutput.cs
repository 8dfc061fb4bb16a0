using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>The record of an order as the steps of OrderProcessing answer it.</summary>
/// <remarks>Without items and address, so that no order grows over the size a result may have after its stock was reserved or its money was taken.</remarks>
public static class OrderOutput
{
    /// <summary>The record.</summary>
    public static Json Write(Order order) => Record(order).Build();

    /// <summary>The whole record, with items and address, for those who ask for the order itself.</summary>
    public static Json WriteWhole(Order order) => Record(order)
        .Set("items", JsonArray.Of(order.Lines.Select(Line)))
        .SetIfPresent("carrier", order.Carrier)
        .SetIfPresent("shippingService", order.ShippingService)
        .SetIfPresent("shippingAddress", order.Destination is null ? null : Destination(order.Destination))
        .SetIfPresent("shipping", order.Shipping is null ? null : Shipping(order.Shipping))
        .SetIfPresent("labelReference", order.LabelReference)
        .SetIfPresent("heldUntil", order.HeldUntil is { } until ? OutputValues.Time(until) : null)
        .Build();

    /// <summary>The record with the error that undid the order, where it was undone.</summary>
    public static Json WriteCompensated(Order order, CompensationRequest request) => Record(order)
        .SetIfPresent("error", request.Error)
        .SetIfPresent("cause", request.Cause)
        .Build();

    private static JsonObjectBuilder Record(Order order) => new JsonObjectBuilder()
        .Set("orderId", Json.Of(order.OrderId))
        .Set("status", Json.Of(order.Status.ToString()))
        .SetIfPresent("customerId", order.CustomerId)
        .SetIfPresent("total", OutputValues.Amount(order.Total))
        .SetIfPresent("currency", order.Total?.Currency.Code)
        .SetIfPresent("chargeId", order.ChargeId)
        .SetIfPresent("trackingNumber", order.TrackingNumber)
        .Set("placedAt", OutputValues.Time(order.PlacedAt))
        .Set("updatedAt", OutputValues.Time(order.UpdatedAt))
        .Set("history", JsonArray.Of(order.History.Select(Change)));

    private static Json Line(OrderLine line) => new JsonObjectBuilder()
        .Set("sku", Json.Of(line.Sku))
        .Set("quantity", Json.Of(line.Quantity))
        .SetIfPresent("unitPrice", OutputValues.Amount(line.UnitPrice))
        .SetIfPresent("currency", line.UnitPrice?.Currency.Code)
        .Build();

    private static JsonObject Destination(Address to) => new JsonObjectBuilder()
        .SetIfPresent("recipient", to.Recipient)
        .SetIfPresent("street", to.Street)
        .SetIfPresent("city", to.City)
        .SetIfPresent("postalCode", to.PostalCode)
        .SetIfPresent("country", to.Country)
        .Build();

    private static JsonObject Shipping(ShippingQuote quote) => new JsonObjectBuilder()
        .Set("carrier", Json.Of(quote.Carrier))
        .Set("service", Json.Of(quote.Service))
        .SetIfPresent("price", OutputValues.Amount(quote.Price))
        .Set("currency", Json.Of(quote.Price.Currency.Code))
        .Set("days", Json.Of(quote.Days))
        .Build();

    private static Json Change(StatusChange change) => new JsonObjectBuilder()
        .Set("status", Json.Of(change.Status.ToString()))
        .Set("at", OutputValues.Time(change.At))
        .SetIfPresent("note", change.Note)
        .Build();
}
