using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Purchases;
using TaskOrchestration.Domain.Tests.Support;
using TaskOrchestration.Domain.Transactions;
using static TaskOrchestration.Domain.Tests.Support.Shop;

namespace TaskOrchestration.Domain.Tests.Purchases;

public sealed class PurchaseProcessingTests
{
    private readonly Shop shop = new();

    private static PurchaseRequest Request => new()
    {
        TransactionId = "t",
        AccountId = "account",
        OrderId = "o",
        Amount = Euros(10),
        PaymentMethod = "card",
        Reason = "books",
    };

    [Fact]
    public async Task Charges_and_gives_a_receipt()
    {
        var receipt = await shop.Purchase.ProcessAsync(Request, Step("s"));

        Assert.Equal(
            new Transaction
            {
                TransactionId = "t",
                Kind = TransactionKind.Purchase,
                Status = TransactionStatus.Completed,
                AccountId = "account",
                OrderId = "o",
                Amount = Euros(10),
                Reason = "books",
                Token = "s",
                CreatedAt = Now,
                UpdatedAt = Now,
                Version = 1,
            },
            receipt);
        Assert.Equal(LedgerEntryKind.Charge, Assert.Single(shop.Ledger.All()).Kind);
    }

    [Fact]
    public async Task Acknowledges_a_purchase_that_says_nothing()
    {
        var receipt = await shop.Purchase.ProcessAsync(new PurchaseRequest(), Step("s"));

        Assert.Equal((TransactionStatus.Acknowledged, "No amount was given, so nothing was charged."), (receipt.Status, receipt.Note));
        Assert.StartsWith("purchase-", receipt.TransactionId, StringComparison.Ordinal);
        Assert.Equal(receipt, await shop.Purchase.ProcessAsync(new PurchaseRequest(), Step("s")));
        Assert.Empty(shop.Ledger.All());
    }

    [Fact]
    public async Task Answers_the_same_purchase_to_another_step_and_charges_once()
    {
        var receipt = await shop.Purchase.ProcessAsync(Request, Step("s"));

        Assert.Equal(receipt, await shop.Purchase.ProcessAsync(Request, Step("another")));
        Assert.Single(shop.Ledger.All());
    }

    [Fact]
    public async Task Refuses_another_purchase_under_the_same_id()
    {
        await shop.Purchase.ProcessAsync(Request, Step("s"));

        var refused = await Assert.ThrowsAsync<DuplicateTransactionException>(
            async () => await shop.Purchase.ProcessAsync(Request with { Amount = Euros(11) }, Step("another")));

        Assert.Equal("Transaction 't' exists already, with other content.", refused.Message);
    }

    [Fact]
    public async Task A_decline_is_an_error_and_stays_one_until_the_failure_is_recorded()
    {
        var declined = Request with { PaymentMethod = "DECLINED" };
        await Assert.ThrowsAsync<PaymentDeclinedException>(async () => await shop.Purchase.ProcessAsync(declined, Step("s")));
        await Assert.ThrowsAsync<PaymentDeclinedException>(async () => await shop.Purchase.ProcessAsync(Request, Step("s")));

        await shop.RecordFailure.ProcessAsync(
            new() { Kind = TransactionKind.Purchase, TransactionId = "t", Amount = Euros(10), Error = "PaymentDeclined" }, Step("record"));

        var receipt = await shop.Purchase.ProcessAsync(Request, Step("s"));
        Assert.Equal((TransactionStatus.Completed, 1, 2L), (receipt.Status, receipt.Failures, receipt.Version));
    }

    [Fact]
    public async Task A_gateway_that_comes_back_is_waited_out()
    {
        var request = Request with { PaymentMethod = "UNAVAILABLE-1" };

        var transient = await Assert.ThrowsAsync<TransientFailureException>(async () => await shop.Purchase.ProcessAsync(request, Step("s")));

        Assert.Equal("TransientFailure", transient.Name);
        Assert.Equal(TransactionStatus.Completed, (await shop.Purchase.ProcessAsync(request, Step("s"))).Status);
    }

    [Fact]
    public async Task Refuses_what_cannot_be_carried_out()
    {
        await Assert.ThrowsAsync<InvalidTransactionException>(
            async () => await shop.Purchase.ProcessAsync(new() { TransactionId = "" }, Step("s")));
        await Assert.ThrowsAsync<InvalidTransactionException>(
            async () => await shop.Purchase.ProcessAsync(new() { Amount = Euros(0) }, Step("s")));
    }
}
