using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Business;

/// <summary>64 at once, in four processes.</summary>
public sealed class TableStoreConcurrencyTests
{
    private const int Writers = 64;

    private readonly TableStores[] processes;

    public TableStoreConcurrencyTests()
    {
        var account = AzuriteServer.NewAccount();
        processes = [.. Enumerable.Range(0, 4).Select(_ => new TableStores(EmulatedTables.Of(account)))];
    }

    [Fact]
    public async Task No_change_of_an_order_is_lost()
    {
        await processes[0].Orders.TrySaveAsync(Samples.BareOrder("o"));

        await AtOnceAsync(async (stores, number) =>
        {
            while (await stores.Orders.TrySaveAsync(WithNote((await stores.Orders.FindAsync("o"))!, number)) is null)
            {
                await Contention.PauseAsync(1, "The order", CancellationToken.None);
            }

            return true;
        });

        var order = (await processes[1].Orders.FindAsync("o"))!;
        Assert.Equal(Writers + 1, order.Version);
        Assert.Equal(Enumerable.Range(0, Writers).Select(number => $"{number}").Order(), order.History.Skip(1).Select(change => change.Note).Order());
    }

    [Fact]
    public async Task No_more_is_refunded_than_was_charged()
    {
        await processes[0].Ledger.PostAsync(Samples.Entry("charge", LedgerEntryKind.Charge, "t", 40));

        var paid = await AtOnceAsync(async (stores, number) =>
        {
            try
            {
                await stores.Ledger.PostAsync(Samples.Entry($"refund {number}", LedgerEntryKind.Refund, "t", 1));
                return true;
            }
            catch (RefundExceedsChargeException)
            {
                return false;
            }
        });

        Assert.Equal(40, paid.Count(each => each));
        Assert.True(LedgerRules.Left(await processes[1].Ledger.OfTransactionAsync("t"))!.IsZero);
        Assert.Equal(41, await processes[2].Settlements.CountPendingAsync(DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task A_charge_that_is_made_by_all_stands_once()
    {
        var charge = Samples.Entry("charge", LedgerEntryKind.Charge, "t", 5);

        var posted = await AtOnceAsync(async (stores, _) => await stores.Ledger.PostAsync(charge));

        Assert.All(posted, each => Assert.Equal(charge, each));
        Assert.Equal([charge], await processes[0].Ledger.OfTransactionAsync("t"));
        Assert.Equal(1, await processes[0].Settlements.CountPendingAsync(DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task No_more_is_held_than_there_is_whatever_is_asked_for_together()
    {
        var decided = await AtOnceAsync(async (stores, number) =>
        {
            string[] skus = number % 2 == 0 ? ["lamp", "bulb"] : ["bulb", "shade"];
            return await stores.Reservations.DecideAsync($"r{number}", skus, Samples.Now, (_, held) => new StockReservation(
                $"r{number}",
                skus.All(sku => held.GetValueOrDefault(sku) < 10) ? ReservationStatus.Held : ReservationStatus.Short,
                [.. skus.Select(sku => new StockLine(sku, 1))],
                null,
                number % 3 == 0 ? null : Samples.Now.AddHours(1),
                Samples.Now));
        });

        Assert.Equal(10, decided.Count(reservation => reservation.Status == ReservationStatus.Held));
        await processes[0].Reservations.DecideAsync("counting", ["bulb"], Samples.Now, (_, held) =>
        {
            Assert.Equal(10, held["bulb"]);
            return decided[0] with { Token = "counting", Status = ReservationStatus.CalledOff };
        });
    }

    private async Task<T[]> AtOnceAsync<T>(Func<TableStores, int, Task<T>> work) =>
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => Task.Run(() => work(processes[number % processes.Length], number))));

    private static Order WithNote(Order order, int number) =>
        order with { History = [.. order.History, new StatusChange(OrderStatus.Placed, Samples.Now, $"token {number}", $"{number}")] };
}
