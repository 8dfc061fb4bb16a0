namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>An order over REST that nothing speaks against.</summary>
public static class OrderBody
{
    /// <summary>The body of a submission of one thing that costs so many euros.</summary>
    public static string Of(string cost) =>
        $$"""
        {
          "customerId": "customer-1",
          "items": [{ "sku": "lamp", "quantity": 1, "unitPrice": {{cost}} }],
          "currency": "EUR",
          "paymentMethod": "card",
          "carrier": "standard",
          "shippingAddress": { "recipient": "Ada Example", "street": "1 Analytical Way", "city": "Dublin", "postalCode": "D02", "country": "IE" }
        }
        """;
}
