using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Refunds;
using TaskOrchestration.Domain.Tests.Support;
using TaskOrchestration.Domain.Transactions;
using static TaskOrchestration.Domain.Tests.Support.Shop;

namespace TaskOrchestration.Domain.Tests.Laws;

/// <summary>A step is stopped before or after every single call of a store, and carried out again.</summary>
public sealed class CrashTests
{
    [Theory]
    [InlineData("card", "Blitz")]
    [InlineData("DECLINED", "Blitz")]
    [InlineData("UNAVAILABLE", "Blitz")]
    [InlineData("card", "UNAVAILABLE")]
    [InlineData("card", "REFUSED")]
    public async Task An_order_ends_as_if_nothing_had_happened(string paymentMethod, string carrier)
    {
        var request = new OrderRequest
        {
            OrderId = "o",
            Lines = [new OrderLine("book", 1, Euros(10))],
            PaymentMethod = paymentMethod,
            Carrier = carrier,
        };

        await EveryCrashEndsAlikeAsync(shop => shop.ProcessOrderAsync(request, "e"));
    }

    [Fact]
    public async Task An_order_out_of_stock_ends_as_if_nothing_had_happened() =>
        await EveryCrashEndsAlikeAsync(
            shop => shop.ProcessOrderAsync(new OrderRequest { OrderId = "o", Lines = [new OrderLine("OUT-OF-STOCK", 1)] }, "e"));

    [Fact]
    public async Task A_purchase_and_its_refunds_end_as_if_nothing_had_happened() =>
        await EveryCrashEndsAlikeAsync(async shop =>
        {
            RefundRequest[] refunds =
            [
                new() { OriginalTransactionId = "t", Amount = Euros(4) },
                new() { TransactionId = "r", OrderId = "o" },
                new() { OrderId = "unknown", Amount = Euros(4) },
            ];
            await RetriedAsync(() => shop.Purchase.ProcessAsync(new() { TransactionId = "t", OrderId = "o", Amount = Euros(10) }, Step("buy")));
            foreach (var (i, refund) in refunds.Index())
            {
                await RetriedAsync(() => shop.Refund.ProcessAsync(refund, Step($"refund {i}")));
            }
        });

    [Fact]
    public async Task A_failed_purchase_ends_as_if_nothing_had_happened() =>
        await EveryCrashEndsAlikeAsync(async shop =>
        {
            await shop.Ledger.PostAsync(new()
            {
                Token = "transaction/t/charge/0", Kind = Ports.LedgerEntryKind.Charge, TransactionId = "t", Amount = Euros(10), At = Now,
            });
            await RetriedAsync(() => shop.RecordFailure.ProcessAsync(
                new() { Kind = TransactionKind.Purchase, TransactionId = "t", Amount = Euros(10), Error = "States.Timeout" }, Step("record")));
        });

    private static async Task EveryCrashEndsAlikeAsync(Func<Shop, Task> scenario)
    {
        var smooth = new CrashingGate();
        var expected = await EndAsync(smooth, scenario);

        Assert.True(smooth.Passes > 0);
        for (var first = 1; first <= smooth.Passes; first++)
        {
            Assert.Equal(expected, await EndAsync(new CrashingGate(first), scenario));
            for (var second = first + 1; second <= smooth.Passes + 8; second += 3)
            {
                Assert.Equal(expected, await EndAsync(new CrashingGate(first, second), scenario));
            }
        }
    }

    private static async Task<string> EndAsync(CrashingGate gate, Func<Shop, Task> scenario)
    {
        var shop = new Shop(gate);
        await scenario(shop);
        object?[] ends =
        [
            await shop.Orders.FindAsync("o"),
            await shop.Transactions.FindAsync("t"),
            await shop.Transactions.FindAsync("r"),
            .. shop.Ledger.All(),
            .. shop.Answers.All(),
            .. shop.Reservations.All(),
        ];
        return string.Join('\n', ends);
    }
}
