using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Settlements;
using TaskOrchestration.Domain.Tests.Contracts;
using TaskOrchestration.Functions.Storage;
using Xunit.Abstractions;

namespace TaskOrchestration.Functions.Tests.Storage.Business;

/// <summary>How many storage transactions each operation takes: what stands here is a ceiling, and what docs/decisions/0009 says.</summary>
public sealed class TableStoreCostTests(ITestOutputHelper output)
{
    private readonly TableStores stores = new(EmulatedTables.Create());

    [Fact]
    public async Task Each_operation_takes_so_many_transactions_and_no_more()
    {
        await WarmUpAsync();

        await CostsAsync(1, "save a new order", () => stores.Orders.TrySaveAsync(Samples.FullOrder("o")));
        await CostsAsync(2, "read an order and save it", async ValueTask<Domain.Orders.Order?> () => await stores.Orders.TrySaveAsync((await stores.Orders.FindAsync("o"))!));
        await CostsAsync(1, "save a new transaction", () => stores.Transactions.TrySaveAsync(Samples.FullTransaction("t")));
        await CostsAsync(1, "keep an answer", () => stores.Answers.KeepAsync(new Answer("token", "Shipped", null, Samples.Now)));
        await CostsAsync(1, "look for an entry that does not stand", () => stores.Ledger.FindAsync("none"));
        await CostsAsync(2, "post a charge without an order", () => stores.Ledger.PostAsync(Charge("a") with { OrderId = null }));
        await CostsAsync(3, "post a charge of an order", () => stores.Ledger.PostAsync(Charge("b")));
        await CostsAsync(3, "post a refund", () => stores.Ledger.PostAsync(Samples.Entry("refund", LedgerEntryKind.Refund, "b", 1)));
        await CostsAsync(2, "look for an entry that stands", () => stores.Ledger.FindAsync("refund"));
        await CostsAsync(1, "read a transaction's entries", () => stores.Ledger.OfTransactionAsync("b"));
        await CostsAsync(2, "read an order's entries", () => stores.Ledger.OfOrderAsync("order"));
        await CostsAsync(3, "reserve one thing", () => ReserveAsync("lamp"));
        await CostsAsync(5, "reserve three things", () => ReserveAsync("bulb", "shade", "wire"));
    }

    [Fact]
    public async Task A_settlement_takes_so_many_transactions_and_no_more()
    {
        await WarmUpAsync();
        for (var number = 0; number < 100; number++)
        {
            await stores.Ledger.PostAsync(Charge($"{number}") with { OrderId = null });
        }

        var draft = new SettlementDraft("s", new DateOnly(2024, 2, 29), "UTC", Samples.Now.AddHours(1), 100, Samples.Now);
        await CostsAsync(12, "plan a settlement of 100 entries", () => stores.Settlements.PlanAsync(draft));
        await CostsAsync(21, "settle a page of 100 entries", async ValueTask<bool> () =>
        {
            await stores.Settlements.SettleAsync("s", 1, Samples.Now);
            return true;
        });
        await CostsAsync(2, "read a settled page", () => stores.Settlements.EntriesAsync("s", 1));
        await CostsAsync(10, "count what is pending", () => stores.Settlements.CountPendingAsync(DateTimeOffset.MaxValue));
    }

    /// <summary>Makes the tables, which a process does once.</summary>
    private async Task WarmUpAsync()
    {
        await stores.Orders.TrySaveAsync(Samples.BareOrder("first"));
        await stores.Transactions.TrySaveAsync(Samples.BareTransaction("first"));
        await stores.Answers.KeepAsync(new Answer("first", "", null, Samples.Now));
        await stores.Ledger.PostAsync(Samples.BareVoid("first", "first"));
        await stores.Reservations.DecideAsync("first", [], Samples.Now, (_, _) => new StockReservation("first", ReservationStatus.CalledOff, [], null, null, Samples.Now));
        await stores.Settlements.PlanAsync(new SettlementDraft("first", default, "UTC", DateTimeOffset.MinValue, 1, Samples.Now));
    }

    private async Task CostsAsync<T>(int expected, string operation, Func<ValueTask<T>> work)
    {
        using var meter = StorageMeter.Begin();
        await work();
        output.WriteLine($"{meter.Tables,3}  {operation}");
        Assert.Equal((operation, expected), (operation, meter.Tables));
    }

    private ValueTask<StockReservation> ReserveAsync(params string[] skus) => stores.Reservations.DecideAsync(
        string.Join(' ', skus), skus, Samples.Now,
        (_, _) => new StockReservation(string.Join(' ', skus), ReservationStatus.Held, [.. skus.Select(sku => new StockLine(sku, 1))], null, null, Samples.Now));

    private static LedgerEntry Charge(string id) => Samples.Entry($"charge {id}", LedgerEntryKind.Charge, id, 5);
}
