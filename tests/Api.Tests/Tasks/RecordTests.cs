using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Tests.Tasks;

public sealed class RecordTests : RestTest
{
    [Fact]
    public async Task An_order_says_how_it_was_shipped()
    {
        await Server.Service<IOrderStore>().TrySaveAsync(RecordScenario.Order(Server.Time.Now));

        var order = await Client.GetAsync("/api/v1/orders/o-1");

        Assert.Equal(("express", "t-1", "track-1", "label-1"), (order.Member("shippingService"), order.Member("chargeId"), order.Member("trackingNumber"), order.Member("labelReference")));
        Assert.Equal("""{"carrier":"dhl","service":"express","price":4.90,"currency":"EUR","days":2}""", order.Member("shipping"));
    }

    [Fact]
    public async Task A_transaction_says_where_it_was_settled()
    {
        await Server.Service<ITransactionStore>().TrySaveAsync(RecordScenario.Transaction(Server.Time.Now));

        var transaction = await Client.GetAsync("/api/v1/transactions/t-1");

        Assert.Equal(("settlement-1", "2027-01-15T08:00:00.125Z", "0"), (transaction.Member("settlementId"), transaction.Member("settledAt"), transaction.Member("failures")));
    }
}
