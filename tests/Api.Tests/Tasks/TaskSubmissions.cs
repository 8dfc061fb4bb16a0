namespace TaskOrchestration.Api.Tests.Tasks;

/// <summary>Bodies that become tasks.</summary>
public static class TaskSubmissions
{
    public const string Purchase = """{"accountId":"acct-7","amount":10.50,"currency":"EUR","paymentMethod":"card-visa"}""";

    public const string Refund = """{"originalTransactionId":"txn-1","amount":"10.50","currency":"EUR"}""";

    public static string Order(string? owner = null, string? title = null) =>
        $$"""
        {
          "customerId": "customer-7",
          "items": [{ "sku": "sku-1", "quantity": 2, "unitPrice": "10.50" }],
          "currency": "EUR",
          "paymentMethod": "card-visa",
          "shippingAddress": { "recipient": "Ada", "city": "Köln", "country": "DE" }
          {{(owner is null ? "" : $", \"owner\": \"{owner}\"")}}
          {{(title is null ? "" : $", \"title\": \"{title}\"")}}
        }
        """;
}
