using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tests.Contracts;

/// <summary>What every <see cref="ILedger"/> must do.</summary>
public abstract class LedgerContract
{
    /// <summary>A ledger with nothing in it.</summary>
    protected abstract ILedger CreateStore();

    [Fact]
    public async Task Finds_nothing_that_was_never_posted()
    {
        var ledger = CreateStore();

        Assert.Null(await ledger.FindAsync("a"));
        Assert.Empty(await ledger.OfTransactionAsync("t"));
        Assert.Empty(await ledger.OfOrderAsync("o"));
    }

    [Fact]
    public async Task Keeps_every_member_in_the_order_of_posting()
    {
        var ledger = CreateStore();
        LedgerEntry[] entries =
        [
            Samples.Entry("z", LedgerEntryKind.Decline, "t", 5),
            Samples.Entry("y", LedgerEntryKind.Charge, "t", 5),
            Samples.Entry("x", LedgerEntryKind.Refund, "t", 2),
            Samples.BareVoid("w", "t"),
        ];
        var other = Samples.Entry("v", LedgerEntryKind.Charge, "u", 1.234m, "BHD") with { OrderId = null };

        foreach (var entry in entries.Append(other))
        {
            Assert.Equal(entry, await ledger.PostAsync(entry));
            Assert.Equal(entry, await ledger.FindAsync(entry.Token));
        }

        Assert.Equal(entries, await ledger.OfTransactionAsync("t"));
        Assert.Equal(entries[..3], await ledger.OfOrderAsync("order"));
        Assert.Equal([other], await ledger.OfTransactionAsync("u"));
        Assert.Equal(Samples.Now.Offset, (await ledger.FindAsync("v"))!.At.Offset);
    }

    [Fact]
    public async Task Answers_the_first_entry_under_a_token_whatever_is_posted_later()
    {
        var ledger = CreateStore();
        var charge = await ledger.PostAsync(Samples.Entry("a", LedgerEntryKind.Charge, "t", 5));

        Assert.Equal(charge, await ledger.PostAsync(Samples.BareVoid("a", "t")));
        Assert.Equal(charge, await ledger.PostAsync(Samples.Entry("a", LedgerEntryKind.Refund, "t", 99)));
        Assert.Equal([charge], await ledger.OfTransactionAsync("t"));
    }

    [Fact]
    public async Task Refuses_a_refund_of_more_than_is_left()
    {
        var ledger = CreateStore();
        await ledger.PostAsync(Samples.Entry("charge", LedgerEntryKind.Charge, "t", 5));
        await ledger.PostAsync(Samples.Entry("first", LedgerEntryKind.Refund, "t", 3));

        var refused = await Assert.ThrowsAsync<RefundExceedsChargeException>(
            async () => await ledger.PostAsync(Samples.Entry("second", LedgerEntryKind.Refund, "t", 2.01m)));

        Assert.Equal("A refund of 2.01 EUR exceeds what is left of charge 't': 2.00 EUR.", refused.Message);
        Assert.Null(await ledger.FindAsync("second"));
        Assert.Equal(2, (await ledger.OfTransactionAsync("t")).Count);
    }

    [Fact]
    public async Task Refuses_a_refund_of_what_was_never_charged()
    {
        var ledger = CreateStore();
        await ledger.PostAsync(Samples.Entry("decline", LedgerEntryKind.Decline, "t", 5));

        await Assert.ThrowsAsync<RefundExceedsChargeException>(
            async () => await ledger.PostAsync(Samples.Entry("refund", LedgerEntryKind.Refund, "t", 1)));
    }

    [Fact]
    public async Task Refuses_a_refund_in_another_currency()
    {
        var ledger = CreateStore();
        await ledger.PostAsync(Samples.Entry("charge", LedgerEntryKind.Charge, "t", 5));

        await Assert.ThrowsAsync<InvalidAmountException>(
            async () => await ledger.PostAsync(Samples.Entry("refund", LedgerEntryKind.Refund, "t", 1, "USD")));
    }

    [Fact]
    public async Task Refuses_to_move_no_money()
    {
        var ledger = CreateStore();

        await Assert.ThrowsAsync<InvalidAmountException>(
            async () => await ledger.PostAsync(Samples.Entry("a", LedgerEntryKind.Charge, "t", 0)));
        await Assert.ThrowsAsync<InvalidAmountException>(
            async () => await ledger.PostAsync(Samples.BareVoid("a", "t") with { Kind = LedgerEntryKind.Charge }));
    }

    [Fact]
    public async Task Never_refunds_more_than_the_charge_however_many_refund_at_once()
    {
        var ledger = CreateStore();
        await ledger.PostAsync(Samples.Entry("charge", LedgerEntryKind.Charge, "t", 10));

        var refunded = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => TryRefundAsync(ledger, $"refund {i}", 3))));

        Assert.Equal(3, refunded.Count(done => done));
        Assert.Equal(Money.Of(1, "EUR"), LedgerRules.Left(await ledger.OfTransactionAsync("t")));
    }

    private static async Task<bool> TryRefundAsync(ILedger ledger, string token, decimal amount)
    {
        try
        {
            await ledger.PostAsync(Samples.Entry(token, LedgerEntryKind.Refund, "t", amount));
            return true;
        }
        catch (RefundExceedsChargeException)
        {
            return false;
        }
    }
}
