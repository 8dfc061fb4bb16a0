using TaskOrchestration.Domain.Orders;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>The record of an order as the steps of OrderProcessing answer it.</summary>
/// <remarks>Without items and address, so that no order grows over the size a result may have after its stock was reserved or its money was taken.</remarks>
internal static class OrderOutput
{
    public static Json Write(Order order) => Record(order).Build();

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

    private static Json Change(StatusChange change) => new JsonObjectBuilder()
        .Set("status", Json.Of(change.Status.ToString()))
        .Set("at", OutputValues.Time(change.At))
        .SetIfPresent("note", change.Note)
        .Build();
}
