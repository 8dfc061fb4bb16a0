using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Simulators;
using TaskOrchestration.Domain.Tests.Support;

namespace TaskOrchestration.Domain.Tests.Simulators;

public sealed class SimulatedCarrierTests
{
    private static readonly Address Galway = new() { Recipient = "Ada", Street = "12 Harbour\nStreet", City = "Galway", PostalCode = "H91" };

    private readonly InMemoryAnswerStore answers = new();

    private SimulatedCarrier Carrier => new(answers);

    [Fact]
    public async Task Quotes_dearer_the_quicker()
    {
        var quotes = await Carrier.QuoteAsync("s", Request("Blitz"));

        Assert.Equal(
            [("standard", 5.30m, 4), ("express", 10.90m, 2), ("overnight", 21.90m, 1)],
            quotes.Select(quote => (quote.Service, quote.Price.Amount, quote.Days)));
        Assert.Empty(await Carrier.QuoteAsync("s", Request(MagicValues.NoService)));
    }

    [Fact]
    public async Task Prints_a_label_for_what_it_ships_and_keeps_to_its_first_answer()
    {
        var quote = (await Carrier.QuoteAsync("s", Request("Blitz")))[1];

        var shipment = await Carrier.ShipAsync("s", Request("Blitz") with { Quote = quote });

        Assert.Equal((ShipmentStatus.Shipped, quote), (shipment.Status, shipment.Quote));
        Assert.Equal(
            new ShippingLabel(
                shipment.LabelReference!,
                shipment.Reference!,
                $"Blitz express\nTracking number {shipment.Reference}\nOrder o\nAda\n12 Harbour Street\nH91 Galway"),
            await Carrier.LabelAsync(shipment.LabelReference!));
        Assert.Equal(shipment, await Carrier.ShipAsync("s", Request("Another")));
        Assert.Equal(shipment, await Carrier.CallOffAsync("s", Shop.Now));
        Assert.Null(await Carrier.LabelAsync("label:unknown"));
    }

    [Fact]
    public async Task Reads_shipments_of_older_records()
    {
        await answers.KeepAsync(new Answer("carrier:s", "Shipped", "track-1", Shop.Now));

        Assert.Equal(new Shipment(ShipmentStatus.Shipped, "track-1", "label:s"), await Carrier.CallOffAsync("s", Shop.Now));
    }

    [Fact]
    public async Task An_order_is_shipped_by_the_service_it_asks_for_or_else_by_the_cheapest()
    {
        Assert.Equal(("standard", 4), await ShippedByAsync(null));
        Assert.Equal(("overnight", 1), await ShippedByAsync("Overnight"));
    }

    [Theory]
    [InlineData("Blitz", "by-balloon", "No carrier offers the service 'by-balloon' for it.")]
    [InlineData("NO-SERVICE", null, "No carrier serves its destination.")]
    public async Task An_order_that_no_service_takes_is_not_charged(string carrier, string? service, string why)
    {
        var shop = new Shop();

        var order = await shop.ProcessOrderAsync(Order(carrier, service), "e");

        Assert.Equal(OrderStatus.Cancelled, order!.Status);
        Assert.Contains(order.History, change => change.Status == OrderStatus.ShippingRefused && change.Note == why);
        Assert.Equal([LedgerEntryKind.Authorization, LedgerEntryKind.Void], shop.Ledger.All().Select(entry => entry.Kind));
    }

    [Fact]
    public async Task An_order_whose_authorisation_has_expired_is_not_shipped()
    {
        var shop = new Shop();
        await shop.Place.ProcessAsync(Order("Blitz", null) with { Total = Shop.Euros(9004), Lines = [] }, Shop.Step("place"));
        await shop.Pay.ProcessAsync(new("o"), Shop.Step("pay"));

        var declined = await Assert.ThrowsAsync<PaymentDeclinedException>(async () => await shop.Ship.ProcessAsync(new("o"), Shop.Step("ship")));

        Assert.Equal(
            "The payment of 9004.00 EUR for order 'o' was declined when it was captured: the authorisation has expired (authorization_expired)",
            declined.Message);
        var undone = await shop.Compensate.ProcessAsync(new CompensationRequest("o", declined.Name), Shop.Step("compensate"));
        Assert.Equal(OrderStatus.Cancelled, undone.Status);
        Assert.DoesNotContain(shop.Answers.All(), answer => answer.Outcome == nameof(ShipmentStatus.Shipped));
    }

    private static ShipmentRequest Request(string carrier) => new("o", carrier, Galway, [new OrderLine("lamp", 2)], Shop.Now);

    private static OrderRequest Order(string carrier, string? service) => new()
    {
        OrderId = "o",
        Lines = [new OrderLine("lamp", 1, Shop.Euros(10))],
        Carrier = carrier,
        ShippingService = service,
    };

    private static async Task<(string? Service, int? Days)> ShippedByAsync(string? service)
    {
        var order = await new Shop().ProcessOrderAsync(Order("Blitz", service), "e");
        return (order!.Shipping?.Service, order.Shipping?.Days);
    }
}
