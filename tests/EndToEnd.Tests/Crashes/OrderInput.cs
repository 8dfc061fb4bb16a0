namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>An order that nothing speaks against.</summary>
public static class OrderInput
{
    /// <summary>The input of an execution of OrderProcessing.</summary>
    public static string For(string orderId) =>
        $$"""
        {
          "orderId": "{{orderId}}",
          "customerId": "customer-1",
          "items": [{ "sku": "lamp", "quantity": 2, "unitPrice": 19.50 }],
          "total": 39.00,
          "currency": "EUR",
          "paymentMethod": "card",
          "carrier": "standard",
          "shippingAddress": { "recipient": "Ada Example", "street": "1 Analytical Way", "city": "Dublin", "postalCode": "D02", "country": "IE" }
        }
        """;
}
