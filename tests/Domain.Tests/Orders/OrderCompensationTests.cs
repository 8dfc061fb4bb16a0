using Moq;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Support;

namespace TaskOrchestration.Domain.Tests.Orders;

public sealed class OrderCompensationTests
{
    private readonly InMemoryOrderStore orders = new();
    private readonly InMemoryLedger ledger = new();
    private readonly Mock<IPaymentGateway> gateway = new(MockBehavior.Strict);
    private readonly Mock<IInventory> inventory = new(MockBehavior.Strict);
    private readonly Mock<ICarrier> carrier = new(MockBehavior.Strict);

    private OrderCompensation Compensation => new(orders, ledger, gateway.Object, inventory.Object, carrier.Object);

    [Fact]
    public async Task Calls_the_shipment_off_then_refunds_then_releases_the_stock()
    {
        var charge = await PaidOrderAsync();
        var calls = new MockSequence();
        carrier.InSequence(calls).Setup(c => c.CallOffAsync("order/o/shipment/0", Shop.Now, default)).ReturnsAsync(new Shipment(ShipmentStatus.CalledOff));
        gateway.InSequence(calls).Setup(g => g.VoidAsync("order/o/payment/0", charge.TransactionId, Shop.Now, default)).ReturnsAsync(charge);
        gateway.InSequence(calls).Setup(g => g.RefundAsync(
            "order/o/payment/0/reversal",
            It.Is<RefundOrder>(r => r.TransactionId == charge.TransactionId && r.Amount == charge.Amount && r.Reason == "ShippingRefused: too far"),
            default)).ReturnsAsync(charge with { Kind = LedgerEntryKind.Refund });
        inventory.InSequence(calls).Setup(i => i.ReleaseAsync("order/o/stock/0", Shop.Now, default)).Returns(ValueTask.CompletedTask);

        var order = await Compensation.ProcessAsync(new("o", "ShippingRefused", "too far"), Shop.Step("compensate"));
        var again = await Compensation.ProcessAsync(new("o", "ShippingRefused", "too far"), Shop.Step("compensate"));

        Assert.Equal(OrderStatus.Refunded, order.Status);
        Assert.Equal(order, again);
        gateway.Verify(g => g.RefundAsync(It.IsAny<string>(), It.IsAny<RefundOrder>(), It.IsAny<CancellationToken>()), Times.Once);
        inventory.Verify(i => i.ReleaseAsync(It.IsAny<string>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Undoes_nothing_when_the_shipment_has_left()
    {
        await PaidOrderAsync();
        carrier.Setup(c => c.CallOffAsync("order/o/shipment/0", Shop.Now, default)).ReturnsAsync(new Shipment(ShipmentStatus.Shipped, "track"));

        var order = await Compensation.ProcessAsync(new("o", "States.Timeout"), Shop.Step("compensate"));

        Assert.Equal((OrderStatus.Shipped, "track"), (order.Status, order.TrackingNumber));
        gateway.VerifyNoOtherCalls();
        inventory.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Refunds_what_is_left_when_part_was_refunded_before()
    {
        var charge = await PaidOrderAsync();
        await ledger.PostAsync(charge with { Token = "partial", Kind = LedgerEntryKind.Refund, Amount = Shop.Euros(4) });
        carrier.Setup(c => c.CallOffAsync(It.IsAny<string>(), Shop.Now, default)).ReturnsAsync(new Shipment(ShipmentStatus.CalledOff));
        gateway.Setup(g => g.VoidAsync(It.IsAny<string>(), charge.TransactionId, Shop.Now, default)).ReturnsAsync(charge);
        gateway.Setup(g => g.RefundAsync(It.IsAny<string>(), It.Is<RefundOrder>(r => r.Amount == Shop.Euros(6)), default))
            .ReturnsAsync(charge with { Kind = LedgerEntryKind.Refund });
        inventory.Setup(i => i.ReleaseAsync(It.IsAny<string>(), Shop.Now, default)).Returns(ValueTask.CompletedTask);

        var order = await Compensation.ProcessAsync(new("o"), Shop.Step("compensate"));

        Assert.Equal(OrderStatus.Refunded, order.Status);
    }

    private async Task<LedgerEntry> PaidOrderAsync()
    {
        var order = new Order
        {
            OrderId = "o",
            Total = Shop.Euros(10),
            History = [new StatusChange(OrderStatus.Placed, Shop.Now, "place"), new StatusChange(OrderStatus.Paid, Shop.Now, "pay")],
        };
        await orders.TrySaveAsync(order);
        return await ledger.PostAsync(new LedgerEntry
        {
            Token = "order/o/payment/0",
            Kind = LedgerEntryKind.Charge,
            TransactionId = TaskOrchestration.Domain.Values.Identifier.From("charge", "order/o/payment/0"),
            OrderId = "o",
            Amount = Shop.Euros(10),
            At = Shop.Now,
        });
    }
}
