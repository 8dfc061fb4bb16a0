using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Support;
using TaskOrchestration.Domain.Transactions;
using static TaskOrchestration.Domain.Tests.Support.Shop;

namespace TaskOrchestration.Domain.Tests.Transactions;

public sealed class FailureRecordingTests
{
    private readonly Shop shop = new();

    private static FailureRequest Failure => new()
    {
        Kind = TransactionKind.Purchase,
        TransactionId = "t",
        Amount = Euros(10),
        Error = "States.Timeout",
        Cause = "too slow",
    };

    [Fact]
    public async Task Records_what_went_wrong_once()
    {
        var record = await shop.RecordFailure.ProcessAsync(Failure, Step("s"));

        Assert.Equal(
            (TransactionStatus.Failed, "States.Timeout", "too slow", 1), (record.Status, record.Error, record.Cause, record.Failures));
        Assert.Equal(record, await shop.RecordFailure.ProcessAsync(Failure, Step("s")));
        Assert.Equal(record, await shop.Transactions.FindAsync("t"));
    }

    [Fact]
    public async Task Records_a_failure_that_names_nothing()
    {
        var record = await shop.RecordFailure.ProcessAsync(new() { Kind = TransactionKind.Refund, Error = "Oops" }, Step("s"));

        Assert.Equal((TransactionStatus.Failed, "Oops"), (record.Status, record.Error));
        Assert.Equal(record, await shop.Transactions.FindAsync(record.TransactionId));
    }

    [Fact]
    public async Task Pays_back_a_charge_that_was_made_before_the_record_could_be_written()
    {
        var crashing = new Shop(new CrashingGate(7));
        await Assert.ThrowsAsync<CrashException>(
            async () => await crashing.Purchase.ProcessAsync(new() { TransactionId = "t", Amount = Euros(10) }, Step("buy")));
        Assert.Equal(LedgerEntryKind.Charge, Assert.Single(crashing.Ledger.All()).Kind);

        await crashing.RecordFailure.ProcessAsync(Failure, Step("record"));

        Assert.True(LedgerRules.Left(crashing.Ledger.All())!.IsZero);
        var tried = await crashing.Purchase.ProcessAsync(new() { TransactionId = "t", Amount = Euros(10) }, Step("redrive"));
        Assert.Equal(TransactionStatus.Completed, tried.Status);
        Assert.Equal(Euros(10), LedgerRules.Left(crashing.Ledger.All()));
    }

    [Fact]
    public async Task Leaves_a_purchase_alone_that_had_gone_through()
    {
        var receipt = await shop.Purchase.ProcessAsync(new() { TransactionId = "t", Amount = Euros(10) }, Step("buy"));

        Assert.Equal(receipt, await shop.RecordFailure.ProcessAsync(Failure, Step("record")));
        Assert.Single(shop.Ledger.All());
    }

    [Fact]
    public async Task Answers_a_refund_that_had_gone_through()
    {
        await shop.Purchase.ProcessAsync(new() { TransactionId = "t", Amount = Euros(10) }, Step("buy"));
        await shop.Ledger.PostAsync(new LedgerEntry
        {
            Token = "transaction/r/refund/0", Kind = LedgerEntryKind.Refund, TransactionId = "t", RefundId = "r", Amount = Euros(4), At = Now,
        });

        var record = await shop.RecordFailure.ProcessAsync(
            Failure with { Kind = TransactionKind.Refund, TransactionId = "r", Amount = Euros(4) }, Step("record"));

        Assert.Equal(
            (TransactionStatus.Completed, Euros(4), "t", null), (record.Status, record.Amount, record.OriginalTransactionId, record.Error));
    }

    [Fact]
    public async Task Keeps_the_failure_of_a_duplicate_apart_from_what_it_duplicates()
    {
        var receipt = await shop.Purchase.ProcessAsync(new() { TransactionId = "t", Amount = Euros(10) }, Step("buy"));

        var record = await shop.RecordFailure.ProcessAsync(
            Failure with { Amount = Euros(99), Error = "DuplicateTransaction" }, Step("record"));

        Assert.Equal((TransactionStatus.Failed, "t"), (record.Status, record.OriginalTransactionId));
        Assert.Equal(receipt, await shop.Transactions.FindAsync("t"));
        Assert.Single(shop.Ledger.All());
    }

    [Fact]
    public async Task Keeps_the_failure_of_a_refund_apart_from_the_charge_it_named()
    {
        var receipt = await shop.Purchase.ProcessAsync(new() { TransactionId = "t", Amount = Euros(10) }, Step("buy"));

        var record = await shop.RecordFailure.ProcessAsync(
            Failure with { Kind = TransactionKind.Refund, Amount = Euros(99), Error = "RefundExceedsCharge" }, Step("record"));

        Assert.NotEqual("t", record.TransactionId);
        Assert.Equal(receipt, await shop.Transactions.FindAsync("t"));
    }
}
