using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Simulators;
using TaskOrchestration.Domain.Tests.Support;

namespace TaskOrchestration.Domain.Tests.Simulators;

public sealed class SimulatedInventoryTests
{
    private readonly SimulatedInventory inventory = new(
        new InMemoryReservationStore(),
        new SimulatorOptions { Stock = new Dictionary<string, long> { ["lamp"] = 3 }, ReservationLifetime = TimeSpan.FromMinutes(10) },
        new NoPause());

    [Fact]
    public async Task Has_no_more_than_it_has()
    {
        Assert.Equal(new Reservation(ReservationStatus.Held, ExpiresAt: Shop.Now.AddMinutes(10)), await ReserveAsync("a", 2));
        Assert.Equal(new Reservation(ReservationStatus.Short, "lamp"), await ReserveAsync("b", 2));
        Assert.Equal(ReservationStatus.Held, (await ReserveAsync("c", 1)).Status);
        Assert.Equal(ReservationStatus.Held, (await inventory.ReserveAsync("d", [new OrderLine("anything", 1_000_000)], Shop.Now)).Status);
    }

    [Fact]
    public async Task Adds_up_the_lines_of_one_order() =>
        Assert.Equal(
            new Reservation(ReservationStatus.Short, "lamp"),
            await inventory.ReserveAsync("a", [new OrderLine("lamp", 2), new OrderLine("lamp", 2)], Shop.Now));

    [Fact]
    public async Task Gives_to_others_what_was_held_for_too_long()
    {
        await ReserveAsync("a", 3);

        Assert.Equal(ReservationStatus.Short, (await ReserveAsync("b", 1)).Status);
        Assert.Equal(ReservationStatus.Held, (await inventory.ReserveAsync("c", [new OrderLine("lamp", 1)], Shop.Now.AddMinutes(10))).Status);
        Assert.Equal(new Reservation(ReservationStatus.Expired, "lamp"), await ConfirmAsync("a", 3, 11));
        Assert.Equal(new Reservation(ReservationStatus.Expired, "lamp"), await ConfirmAsync("a", 3, 1000));
    }

    [Fact]
    public async Task Holds_again_what_was_held_for_too_long_and_is_there_still()
    {
        await ReserveAsync("a", 3);

        Assert.Equal(new Reservation(ReservationStatus.Held), await ConfirmAsync("a", 3, 11));
        Assert.Equal(new Reservation(ReservationStatus.Short, "lamp"), await ReserveAsync("b", 1));
    }

    [Fact]
    public async Task Holds_for_good_what_was_confirmed_until_it_is_released()
    {
        await ReserveAsync("a", 3);
        await ConfirmAsync("a", 3, 1);

        Assert.Equal(ReservationStatus.Short, (await inventory.ReserveAsync("b", [new OrderLine("lamp", 1)], Shop.Now.AddYears(1))).Status);
        await inventory.ReleaseAsync("a", Shop.Now);
        Assert.Equal(ReservationStatus.CalledOff, (await ConfirmAsync("a", 3, 2)).Status);
        Assert.Equal(ReservationStatus.Held, (await ReserveAsync("c", 3)).Status);
    }

    [Fact]
    public async Task Reserves_nothing_that_was_called_off_before()
    {
        await inventory.ReleaseAsync("a", Shop.Now);

        Assert.Equal(ReservationStatus.CalledOff, (await ReserveAsync("a", 1)).Status);
    }

    [Fact]
    public async Task A_payment_finds_out_that_the_stock_was_sold_meanwhile()
    {
        var shop = new Shop();
        var request = new OrderRequest { OrderId = "o", Total = Shop.Euros(10), Lines = [new OrderLine(MagicValues.SoldMeanwhile, 1)] };
        await shop.Place.ProcessAsync(request, Shop.Step("place"));

        var expired = await Assert.ThrowsAsync<ReservationExpiredException>(async () => await shop.Pay.ProcessAsync(new("o"), Shop.Step("pay")));

        Assert.Equal("The stock of order 'o' was held for too long, and 'SOLD-MEANWHILE' has been sold since.", expired.Message);
        Assert.Empty(shop.Ledger.All());
        var undone = await shop.Compensate.ProcessAsync(new CompensationRequest("o", expired.Name), Shop.Step("compensate"));
        Assert.Equal(OrderStatus.Cancelled, undone.Status);
    }

    private ValueTask<Reservation> ReserveAsync(string token, int quantity) => inventory.ReserveAsync(token, [new OrderLine("lamp", quantity)], Shop.Now);

    private ValueTask<Reservation> ConfirmAsync(string token, int quantity, int minutesLater) =>
        inventory.ConfirmAsync(token, [new OrderLine("lamp", quantity)], Shop.Now.AddMinutes(minutesLater));
}
