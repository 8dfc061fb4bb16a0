using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Settlements;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Business;

/// <summary>
/// The process is killed at every request to storage there is, before it was carried out and after; then another process does the same again, as steps are done at
/// least once.
/// </summary>
public sealed class TableStoreCrashTests
{
    private static readonly DateTimeOffset CutOff = Samples.Now.AddHours(1);

    [Fact]
    public async Task A_charge_stands_once_and_is_pending_exactly_when_it_stands()
    {
        var charge = Samples.Entry("charge", LedgerEntryKind.Charge, "t", 5);
        await EachCrashAsync(
            _ => Task.CompletedTask,
            stores => stores.Ledger.PostAsync(charge).AsTask(),
            async stores =>
            {
                var stands = await stores.Ledger.FindAsync("charge") is not null;
                Assert.Equal(stands ? [charge] : [], await stores.Ledger.OfTransactionAsync("t"));
                Assert.Equal(stands ? [charge] : [], await stores.Ledger.OfOrderAsync("order"));
                Assert.Equal(stands ? 1 : 0, await stores.Settlements.CountPendingAsync(CutOff));
            },
            async stores =>
            {
                Assert.Equal(charge, await stores.Ledger.FindAsync("charge"));
                Assert.Equal([charge], await stores.Ledger.OfTransactionAsync("t"));
                Assert.Equal([charge], await stores.Ledger.OfOrderAsync("order"));
                Assert.Equal(1, await stores.Settlements.CountPendingAsync(CutOff));
            });
    }

    [Fact]
    public async Task A_refund_is_paid_once()
    {
        var refund = Samples.Entry("refund", LedgerEntryKind.Refund, "t", 3);
        await EachCrashAsync(
            stores => stores.Ledger.PostAsync(Samples.Entry("charge", LedgerEntryKind.Charge, "t", 5)).AsTask(),
            stores => stores.Ledger.PostAsync(refund).AsTask(),
            _ => Task.CompletedTask,
            async stores =>
            {
                Assert.Equal(2m, LedgerRules.Left(await stores.Ledger.OfTransactionAsync("t"))!.Amount);
                Assert.Equal(2, await stores.Settlements.CountPendingAsync(CutOff));
            });
    }

    [Fact]
    public async Task A_reservation_holds_what_it_says_and_no_more()
    {
        var wanted = new StockReservation("r", ReservationStatus.Held, [new StockLine("lamp", 2), new StockLine("bulb", 3)], null, null, Samples.Now);
        await EachCrashAsync(
            stores => stores.Reservations.DecideAsync("other", ["lamp"], Samples.Now, (_, _) => wanted with { Token = "other", Lines = [new StockLine("lamp", 1)] }).AsTask(),
            stores => stores.Reservations.DecideAsync("r", ["lamp", "bulb"], Samples.Now, (_, _) => wanted).AsTask(),
            async stores => await HoldsAsync(stores, await stores.Reservations.FindAsync("r") is null ? (1, 0) : (3, 3)),
            stores => HoldsAsync(stores, (3, 3)));
    }

    [Fact]
    public async Task A_settlement_has_one_plan()
    {
        await EachCrashAsync(
            FillAsync,
            stores => stores.Settlements.PlanAsync(Draft("s")).AsTask(),
            _ => Task.CompletedTask,
            async stores =>
            {
                Assert.Equal([3, 3, 1], (await stores.Settlements.FindAsync("s"))!.Pages);
                await stores.Settlements.SettleAsync("s", 3, Samples.Now);
                Assert.Equal("token 6", Assert.Single(await stores.Settlements.EntriesAsync("s", 3)).Entry.Token);
            });
    }

    [Fact]
    public async Task A_page_is_settled_as_a_whole_and_once()
    {
        await EachCrashAsync(
            async stores =>
            {
                await FillAsync(stores);
                await stores.Settlements.PlanAsync(Draft("s"));
            },
            stores => stores.Settlements.SettleAsync("s", 1, Samples.Now).AsTask(),
            async stores =>
            {
                var settled = await stores.Settlements.EntriesAsync("s", 1);
                Assert.True(settled.Count is 0 or 3);
                Assert.Equal(7 - settled.Count, await stores.Settlements.CountPendingAsync(CutOff));
                Assert.Equal(7 - settled.Count, (await stores.Settlements.PlanAsync(Draft("while it lies there"))).Entries);
            },
            async stores =>
            {
                Assert.Equal(["token 0", "token 1", "token 2"], (await stores.Settlements.EntriesAsync("s", 1)).Select(settled => settled.Entry.Token));
                Assert.Equal(4, await stores.Settlements.CountPendingAsync(CutOff));
            });
    }

    [Fact]
    public async Task What_a_settlement_left_behind_is_not_settled_by_the_next()
    {
        await EachCrashAsync(
            async stores =>
            {
                await FillAsync(stores);
                await stores.Settlements.PlanAsync(Draft("s"));
                await stores.Settlements.PlanAsync(Draft("next") with { FewestInPage = 10 });
            },
            stores => stores.Settlements.SettleAsync("s", 1, Samples.Now).AsTask(),
            async stores =>
            {
                await stores.Settlements.SettleAsync("next", 1, Samples.Now);
                var first = await stores.Settlements.EntriesAsync("s", 1);
                var next = await stores.Settlements.EntriesAsync("next", 1);
                Assert.Equal(Enumerable.Range(0, 7).Select(number => $"token {number}"), first.Concat(next).Select(settled => settled.Entry.Token));
            },
            async stores =>
            {
                await stores.Settlements.SettleAsync("next", 1, Samples.Now);
                var all = (await stores.Settlements.EntriesAsync("s", 1)).Concat(await stores.Settlements.EntriesAsync("next", 1)).Select(settled => settled.Entry.Token);
                Assert.Equal(Enumerable.Range(0, 7).Select(number => $"token {number}"), all);
                Assert.Equal(0, await stores.Settlements.CountPendingAsync(CutOff));
            });
    }

    /// <summary>Does something, once for each request that it makes and for each of the two moments, in accounts of their own.</summary>
    private static async Task EachCrashAsync(
        Func<TableStores, Task> given, Func<TableStores, Task> when, Func<TableStores, Task> thenAfterTheCrash, Func<TableStores, Task> thenInTheEnd)
    {
        foreach (var sent in new[] { false, true })
        {
            for (var request = 0; await CrashAsync(request, sent, given, when, thenAfterTheCrash, thenInTheEnd); request++)
            {
            }
        }
    }

    /// <summary>Kills the process at one request, and lets another do it all again.</summary>
    /// <returns>Whether there was such a request.</returns>
    private static async Task<bool> CrashAsync(
        int request, bool sent, Func<TableStores, Task> given, Func<TableStores, Task> when, Func<TableStores, Task> thenAfterTheCrash, Func<TableStores, Task> thenInTheEnd)
    {
        var account = AzuriteServer.NewAccount();
        var faults = new FailingRequests();
        await given(new TableStores(EmulatedTables.Of(account)));
        faults.At(request, sent);
        try
        {
            await when(new TableStores(EmulatedTables.Of(account, faults)));
        }
        catch (KilledException)
        {
            await thenAfterTheCrash(new TableStores(EmulatedTables.Of(account)));
        }

        var again = new TableStores(EmulatedTables.Of(account));
        await when(again);
        await thenInTheEnd(again);
        return faults.HasFailed;
    }

    private static async Task HoldsAsync(TableStores stores, (long Lamps, long Bulbs) expected) => await stores.Reservations.DecideAsync(
        "counting", ["lamp", "bulb"], Samples.Now, (_, held) =>
        {
            Assert.Equal(expected, (held.GetValueOrDefault("lamp"), held.GetValueOrDefault("bulb")));
            return new StockReservation("counting", ReservationStatus.CalledOff, [], null, null, Samples.Now);
        });

    private static async Task FillAsync(TableStores stores)
    {
        for (var number = 0; number < 7; number++)
        {
            await stores.Ledger.PostAsync(Samples.Entry($"token {number}", LedgerEntryKind.Charge, $"charge {number}", 1));
        }
    }

    private static SettlementDraft Draft(string id) => new(id, new DateOnly(2024, 2, 29), "UTC", CutOff, 3, Samples.Now);
}
