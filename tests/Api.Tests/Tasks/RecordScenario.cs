using TaskOrchestration.Api.Tests.Rest.Conformance;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Transactions;

namespace TaskOrchestration.Api.Tests.Tasks;

/// <summary>Every answer about orders and transactions.</summary>
public sealed class RecordScenario : IScenario
{
    public static Order Order(DateTimeOffset now) => new()
    {
        OrderId = "o-1",
        CustomerId = "c-1",
        Lines = [new OrderLine("sku-1", 2, Money.Of(10.5m, "EUR"))],
        Total = Money.Of(21, "EUR"),
        Carrier = "dhl",
        ShippingService = "express",
        Destination = new Address { City = "Köln" },
        ChargeId = "t-1",
        TrackingNumber = "track-1",
        LabelReference = "label-1",
        Shipping = new ShippingQuote("dhl", "express", Money.Of(4.9m, "EUR"), 2),
        History = [new StatusChange(OrderStatus.Placed, now, "token")],
    };

    public static Transaction Transaction(DateTimeOffset now) => new()
    {
        TransactionId = "t-1",
        Kind = TransactionKind.Purchase,
        Status = TransactionStatus.Completed,
        Amount = Money.Of(10.5m, "EUR"),
        Token = "token",
        CreatedAt = now,
        UpdatedAt = now,
        SettlementId = "settlement-1",
        SettledAt = now,
    };

    public async Task RunAsync(RestServer server)
    {
        await server.Service<IOrderStore>().TrySaveAsync(Order(server.Time.Now));
        await server.Service<ITransactionStore>().TrySaveAsync(Transaction(server.Time.Now));
        foreach (var path in (string[])["/api/v1/orders/o-1", "/api/v1/transactions/t-1"])
        {
            var record = await server.Client.GetAsync(path);
            await server.Client.GetAsync(path, RestClient.Operator, ("If-None-Match", record.Header("ETag")!));
            await server.Client.GetAsync(path, RestClient.Other);
        }
    }
}
