namespace TaskOrchestration.Cli.Demonstration;

/// <summary>One execution of the demonstration.</summary>
/// <param name="Title">What a reader is told it is.</param>
/// <param name="Machine">The name of the machine it runs.</param>
/// <param name="ExecutionName">Its name.</param>
/// <param name="Input">Its input, as JSON text.</param>
internal sealed record Scene(string Title, string Machine, string ExecutionName, string Input)
{
    /// <summary>All of them, in their order: what is refunded has been bought before.</summary>
    /// <param name="run">Tells this demonstration from others that the same data folder has seen.</param>
    public static IEnumerable<Scene> All(string run) =>
    [
        new(
            "A purchase",
            "TransactionProcessor",
            $"demo-purchase-{run}",
            $$"""
            {
              "TransactionType": "PURCHASE",
              "TransactionId": "purchase-{{run}}",
              "AccountId": "account-1001",
              "Amount": 129.90,
              "Currency": "EUR",
              "PaymentMethod": "card",
              "Reason": "A pair of running shoes"
            }
            """),
        new(
            "Part of its money back",
            "TransactionProcessor",
            $"demo-refund-{run}",
            $$"""
            {
              "TransactionType": "REFUND",
              "TransactionId": "refund-{{run}}",
              "OriginalTransactionId": "purchase-{{run}}",
              "AccountId": "account-1001",
              "Amount": 29.90,
              "Currency": "EUR",
              "Reason": "One lace was missing"
            }
            """),
        new(
            "An order, from placement to confirmation",
            "OrderProcessing",
            $"demo-order-{run}",
            $$"""
            {
              "orderId": "order-{{run}}",
              "customerId": "customer-2001",
              "items": [
                { "sku": "running-shoe-42", "quantity": 1, "unitPrice": 129.90 },
                { "sku": "laces-white", "quantity": 2, "unitPrice": 4.50 }
              ],
              "total": 138.90,
              "currency": "EUR",
              "paymentMethod": "card",
              "carrier": "standard",
              "shippingAddress": {
                "recipient": "Ada Example",
                "street": "1 Analytical Way",
                "city": "Dublin",
                "postalCode": "D02 X285",
                "country": "IE"
              }
            }
            """),
    ];
}
