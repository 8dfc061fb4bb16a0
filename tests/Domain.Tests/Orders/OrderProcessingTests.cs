using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Support;
using static TaskOrchestration.Domain.Tests.Support.Shop;

namespace TaskOrchestration.Domain.Tests.Orders;

public sealed class OrderProcessingTests
{
    private readonly Shop shop = new();

    private static OrderRequest Request => new()
    {
        OrderId = "o",
        CustomerId = "ada",
        Lines = [new OrderLine("book", 2, Euros(10))],
        PaymentMethod = "card",
        Carrier = "Blitz",
    };

    [Fact]
    public async Task Goes_from_placed_to_confirmed()
    {
        var order = await shop.ProcessOrderAsync(Request, "e");

        Assert.Equal([OrderStatus.Placed, OrderStatus.Paid, OrderStatus.Shipped, OrderStatus.Confirmed], Statuses(order!));
        var entries = shop.Ledger.All();
        Assert.Equal([LedgerEntryKind.Authorization, LedgerEntryKind.Charge], entries.Select(entry => entry.Kind));
        Assert.Equal((Euros(20), order!.ChargeId, "o"), (entries[1].Amount, entries[1].TransactionId, entries[1].OrderId));
        Assert.Equal(entries[0].AuthorizationCode, entries[1].AuthorizationCode);
        Assert.Equal(
            $"To ada: Your order o is on its way: tracking number {order.TrackingNumber}. You paid 20.00 EUR.\n"
                + "You bought:\n  2 x book at 10.00 EUR\nShipped with Blitz, standard: 4 days.",
            shop.Answers.All().Single(answer => answer.Outcome == "Sent").Detail);
    }

    [Fact]
    public async Task Needs_nothing_but_an_id()
    {
        var order = await shop.ProcessOrderAsync(new OrderRequest { OrderId = "o" }, "e");

        Assert.Equal(OrderStatus.Confirmed, order!.Status);
        Assert.Empty(shop.Ledger.All());
    }

    [Fact]
    public async Task Needs_not_even_an_id_and_then_names_the_order_after_the_token()
    {
        var first = await shop.Place.ProcessAsync(new OrderRequest(), Step("t"));
        var again = await shop.Place.ProcessAsync(new OrderRequest(), Step("t"));
        var other = await shop.Place.ProcessAsync(new OrderRequest(), Step("u"));

        Assert.Equal(first, again);
        Assert.NotEqual(first.OrderId, other.OrderId);
    }

    [Fact]
    public async Task Runs_a_second_time_without_doing_anything_twice()
    {
        var first = await shop.ProcessOrderAsync(Request, "first");
        var (ledger, answers) = (shop.Ledger.All(), shop.Answers.All());

        var second = await shop.ProcessOrderAsync(Request, "second");

        Assert.Equal(first, second);
        Assert.Equal(ledger, shop.Ledger.All());
        Assert.Equal(answers, shop.Answers.All());
    }

    [Fact]
    public async Task Refuses_an_id_that_names_another_order_and_leaves_that_order_alone()
    {
        var first = await shop.ProcessOrderAsync(Request, "first");

        var second = await shop.ProcessOrderAsync(Request with { CustomerId = "bob" }, "second");

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_declined_payment_cancels_the_order_and_gives_its_stock_back()
    {
        var order = await shop.ProcessOrderAsync(Request with { PaymentMethod = "Insufficient-Funds" }, "e");

        Assert.Equal([OrderStatus.Placed, OrderStatus.Declined, OrderStatus.Cancelling, OrderStatus.Cancelled], Statuses(order!));
        Assert.Equal("insufficient funds (insufficient_funds)", order!.History[1].Note);
        Assert.DoesNotContain(shop.Ledger.All(), entry => entry.Kind == LedgerEntryKind.Charge);
        Assert.Equal([ReservationStatus.CalledOff], shop.Reservations.All().Select(reservation => reservation.Status));
    }

    [Fact]
    public async Task A_declined_payment_is_declined_again_for_the_same_step_and_tried_anew_for_another()
    {
        await shop.Place.ProcessAsync(Request with { PaymentMethod = "DECLINED" }, Step("place"));

        for (var i = 0; i < 2; i++)
        {
            var declined = await Assert.ThrowsAsync<PaymentDeclinedException>(
                async () => await shop.Pay.ProcessAsync(new("o"), Step("pay")));
            Assert.Equal("The payment of 20.00 EUR for order 'o' was declined: the issuer declined (do_not_honor)", declined.Message);
        }

        Assert.Single(shop.Ledger.All());
        await Assert.ThrowsAsync<PaymentDeclinedException>(async () => await shop.Pay.ProcessAsync(new("o"), Step("pay again")));
        Assert.Equal(2, shop.Ledger.All().Count);
    }

    [Fact]
    public async Task Out_of_stock_reserves_nothing_and_is_recorded()
    {
        var request = Request with { Lines = [.. Request.Lines, new OrderLine("OUT-OF-STOCK", 1, Euros(1))] };

        var refused = await Assert.ThrowsAsync<OutOfStockException>(async () => await shop.Place.ProcessAsync(request, Step("t")));

        Assert.Equal("Order 'o' cannot be delivered: 'OUT-OF-STOCK' is out of stock.", refused.Message);
        Assert.Equal(OrderStatus.OutOfStock, (await shop.Orders.FindAsync("o"))!.Status);
        Assert.DoesNotContain(shop.Reservations.All(), reservation => reservation.Status == ReservationStatus.Held);
        await Assert.ThrowsAsync<IllegalTransitionException>(async () => await shop.Pay.ProcessAsync(new("o"), Step("pay")));
    }

    [Fact]
    public async Task Waits_out_a_carrier_that_comes_back()
    {
        var order = await shop.ProcessOrderAsync(Request with { Carrier = "unavailable-2" }, "e");

        Assert.Equal(
            [OrderStatus.Placed, OrderStatus.Paid, OrderStatus.CarrierUnavailable, OrderStatus.Shipped, OrderStatus.Confirmed],
            Statuses(order!));
    }

    [Theory]
    [InlineData("UNAVAILABLE", OrderStatus.CarrierUnavailable, "CarrierUnavailable")]
    [InlineData("REFUSED", OrderStatus.ShippingRefused, "ShippingRefused")]
    public async Task A_charged_order_that_cannot_be_shipped_is_refunded(string carrier, OrderStatus status, string error)
    {
        var order = await shop.ProcessOrderAsync(Request with { Carrier = carrier }, "e");

        Assert.Equal([OrderStatus.Placed, OrderStatus.Paid, status, OrderStatus.Cancelling, OrderStatus.Refunded], Statuses(order!));
        Assert.Equal(error, order!.History[3].Note);
        Assert.Equal([LedgerEntryKind.Authorization, LedgerEntryKind.Charge, LedgerEntryKind.Refund], shop.Ledger.All().Select(entry => entry.Kind));
        Assert.True(LedgerRules.Left(shop.Ledger.All())!.IsZero);
    }

    [Fact]
    public async Task Steps_out_of_order_are_refused()
    {
        await shop.Place.ProcessAsync(Request, Step("place"));

        await Assert.ThrowsAsync<IllegalTransitionException>(async () => await shop.Ship.ProcessAsync(new("o"), Step("ship")));
        await Assert.ThrowsAsync<IllegalTransitionException>(async () => await shop.Confirm.ProcessAsync(new("o"), Step("confirm")));
        await Assert.ThrowsAsync<OrderNotFoundException>(async () => await shop.Pay.ProcessAsync(new("p"), Step("pay")));
    }

    [Fact]
    public async Task An_order_called_off_before_it_was_placed_cannot_be_placed_any_more()
    {
        await shop.Compensate.ProcessAsync(new("o", "States.Timeout"), Step("compensate"));

        await Assert.ThrowsAsync<IllegalTransitionException>(async () => await shop.Place.ProcessAsync(Request, Step("place")));
        Assert.DoesNotContain(shop.Reservations.All(), reservation => reservation.Status == ReservationStatus.Held);
    }

    [Fact]
    public async Task An_order_that_is_being_undone_is_not_shipped()
    {
        var claimed = new Order { OrderId = "o", History = [new StatusChange(OrderStatus.Cancelling, Now, "compensate")] };
        await shop.Orders.TrySaveAsync(claimed);

        await Assert.ThrowsAsync<IllegalTransitionException>(async () => await shop.Ship.ProcessAsync(new("o"), Step("ship")));

        Assert.Empty(shop.Answers.All());
    }

    private static IEnumerable<OrderStatus> Statuses(Order order) => order.History.Select(change => change.Status);
}
