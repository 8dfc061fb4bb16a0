using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Support;
using static TaskOrchestration.Domain.Tests.Support.Shop;

namespace TaskOrchestration.Domain.Tests.Laws;

/// <summary>An order whose workflow is given up at any one call of a port, before or after the call was carried out, is undone in reverse.</summary>
public sealed class SagaTests
{
    private static readonly OrderRequest Request = new()
    {
        OrderId = "o",
        Lines = [new OrderLine("book", 2, Euros(10))],
        PaymentMethod = "card",
        Carrier = "Blitz",
    };

    [Fact]
    public async Task Is_undone_in_reverse_order_wherever_it_fails()
    {
        var smooth = new CrashingGate();
        await ForwardAsync(new Shop(smooth));
        var ends = new HashSet<string>();
        for (var at = 1; at <= smooth.Passes; at++)
        {
            var shop = new Shop(new CrashingGate(at));
            await Assert.ThrowsAsync<CrashException>(() => ForwardAsync(shop));
            var before = await DoneAsync(shop);
            var order = await RetriedAsync(() => shop.Compensate.ProcessAsync(new CompensationRequest("o", "States.Timeout"), Step("compensate")));

            var (isShipped, wasCharged, wasAuthorised, wasHeld) = before;
            Assert.Equal(isShipped ? OrderStatus.Shipped : wasCharged ? OrderStatus.Refunded : OrderStatus.Cancelled, order.Status);
            var left = LedgerRules.Left(shop.Ledger.All()) ?? Money.Zero(Currency.Of("EUR"));
            Assert.Equal(isShipped ? Euros(20) : Euros(0), left);
            Assert.Equal(
                isShipped || !wasAuthorised ? 0 : 1,
                shop.Ledger.All().Count(entry => entry.Kind == LedgerEntryKind.Refund || entry.Token == Capture.TokenOf("order/o/payment/0") && entry.Kind == LedgerEntryKind.Void));
            Assert.Equal(isShipped, shop.Reservations.All().Any(reservation => reservation.Holds(Now)));
            ends.Add($"{isShipped} {wasCharged} {wasAuthorised} {wasHeld}");
        }

        Assert.Equal(
            ["False False False False", "False False False True", "False False True True", "False True True True", "True True True True"],
            ends.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Is_undone_all_the_same_when_its_compensation_is_stopped_and_repeated()
    {
        var smooth = new CrashingGate();
        await ForwardAsync(new Shop(smooth));
        for (var at = 1; at <= smooth.Passes; at++)
        {
            for (var again = 1; again <= 24; again++)
            {
                var shop = new Shop(new CrashingGate(at, at + again));
                await Assert.ThrowsAsync<CrashException>(() => ForwardAsync(shop));
                var (isShipped, wasCharged, _, _) = await DoneAsync(shop);
                var order = await RetriedAsync(() => shop.Compensate.ProcessAsync(new CompensationRequest("o", "States.Timeout"), Step("compensate")));

                Assert.Equal(isShipped ? OrderStatus.Shipped : wasCharged ? OrderStatus.Refunded : OrderStatus.Cancelled, order.Status);
                Assert.Equal(isShipped ? Euros(20) : Euros(0), LedgerRules.Left(shop.Ledger.All()) ?? Euros(0));
            }
        }
    }

    private static async Task ForwardAsync(Shop shop)
    {
        await shop.Place.ProcessAsync(Request, Step("place"));
        await shop.Pay.ProcessAsync(new("o"), Step("pay"));
        await shop.Ship.ProcessAsync(new("o"), Step("ship"));
    }

    /// <summary>What the outside world has done for the order, whatever the order's record says.</summary>
    private static async Task<(bool IsShipped, bool WasCharged, bool WasAuthorised, bool WasHeld)> DoneAsync(Shop shop) =>
    (
        (await shop.Answers.FindAsync("carrier:order/o/shipment/0"))?.Outcome == nameof(ShipmentStatus.Shipped),
        shop.Ledger.All().Any(entry => entry.Kind == LedgerEntryKind.Charge),
        shop.Ledger.All().Any(entry => entry.Kind == LedgerEntryKind.Authorization),
        shop.Reservations.All().Any(reservation => reservation.Status == ReservationStatus.Held));
}
