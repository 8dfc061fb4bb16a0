using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Refunds;
using TaskOrchestration.Domain.Tests.Support;
using TaskOrchestration.Domain.Transactions;
using static TaskOrchestration.Domain.Tests.Support.Shop;

namespace TaskOrchestration.Domain.Tests.Refunds;

public sealed class RefundProcessingTests
{
    private readonly Shop shop = new();

    [Fact]
    public async Task Pays_back_part_of_the_charge_it_names()
    {
        await BuyAsync("t", 10);

        var receipt = await shop.Refund.ProcessAsync(
            new() { TransactionId = "r", OriginalTransactionId = "t", Amount = Euros(4), Reason = "late" }, Step("s"));

        Assert.Equal(
            ("r", TransactionStatus.Completed, Euros(4), "t"),
            (receipt.TransactionId, receipt.Status, receipt.Amount, receipt.OriginalTransactionId));
        Assert.Equal(Euros(6), await LeftAsync("t"));
    }

    [Fact]
    public async Task Without_an_amount_pays_back_what_is_left()
    {
        await BuyAsync("t", 10);
        await shop.Refund.ProcessAsync(new() { OriginalTransactionId = "t", Amount = Euros(4) }, Step("first"));

        var receipt = await shop.Refund.ProcessAsync(new() { OriginalTransactionId = "t" }, Step("second"));

        Assert.Equal(Euros(6), receipt.Amount);
        await Assert.ThrowsAsync<RefundExceedsChargeException>(
            async () => await shop.Refund.ProcessAsync(new() { OriginalTransactionId = "t" }, Step("third")));
    }

    [Fact]
    public async Task Refuses_more_than_is_left()
    {
        await BuyAsync("t", 10);
        await shop.Refund.ProcessAsync(new() { OriginalTransactionId = "t", Amount = Euros(4) }, Step("first"));

        await Assert.ThrowsAsync<RefundExceedsChargeException>(
            async () => await shop.Refund.ProcessAsync(new() { OriginalTransactionId = "t", Amount = Euros(6.01m) }, Step("second")));

        Assert.Equal(Euros(6), await LeftAsync("t"));
    }

    [Fact]
    public async Task An_id_that_is_the_id_of_a_charge_names_that_charge()
    {
        await BuyAsync("t", 10);

        var receipt = await shop.Refund.ProcessAsync(new() { TransactionId = "t", Amount = Euros(10) }, Step("s"));

        Assert.Equal(("t", Euros(0)), (receipt.OriginalTransactionId, await LeftAsync("t")));
        Assert.Equal(receipt, await shop.Refund.ProcessAsync(new() { TransactionId = "t", Amount = Euros(10) }, Step("s")));
    }

    [Fact]
    public async Task An_order_names_the_first_of_its_charges_that_covers_the_amount()
    {
        await BuyAsync("small", 5);
        await BuyAsync("large", 50);

        var receipt = await shop.Refund.ProcessAsync(new() { OrderId = "o", Amount = Euros(20) }, Step("s"));

        Assert.Equal("large", receipt.OriginalTransactionId);
        await Assert.ThrowsAsync<RefundExceedsChargeException>(
            async () => await shop.Refund.ProcessAsync(new() { OrderId = "o", Amount = Euros(31) }, Step("more")));
    }

    [Fact]
    public async Task Moves_no_money_when_the_charge_is_not_on_the_ledger()
    {
        RefundRequest[] requests = [new(), new() { OriginalTransactionId = "x", OrderId = "y", Amount = Euros(1) }];
        foreach (var request in requests)
        {
            var receipt = await shop.Refund.ProcessAsync(request, Step($"s{request.OrderId}"));

            Assert.Equal(TransactionStatus.Acknowledged, receipt.Status);
        }

        Assert.Empty(shop.Ledger.All());
    }

    [Fact]
    public async Task Refunds_once_under_one_id()
    {
        await BuyAsync("t", 10);
        var request = new RefundRequest { TransactionId = "r", OriginalTransactionId = "t" };

        var receipt = await shop.Refund.ProcessAsync(request, Step("s"));

        Assert.Equal(receipt, await shop.Refund.ProcessAsync(request, Step("another")));
        await Assert.ThrowsAsync<DuplicateTransactionException>(
            async () => await shop.Refund.ProcessAsync(request with { Amount = Euros(1) }, Step("third")));
    }

    [Fact]
    public async Task Refuses_another_currency_than_the_charge_was_in()
    {
        await BuyAsync("t", 10);
        var dollars = Domain.Amounts.Money.Of(1, "USD");

        await Assert.ThrowsAsync<InvalidAmountException>(
            async () => await shop.Refund.ProcessAsync(new() { OriginalTransactionId = "t", Amount = dollars }, Step("s")));
    }

    private async Task BuyAsync(string id, decimal amount) =>
        await shop.Purchase.ProcessAsync(new() { TransactionId = id, OrderId = "o", Amount = Euros(amount) }, Step($"buy {id}"));

    private async Task<Domain.Amounts.Money?> LeftAsync(string id) => LedgerRules.Left(await shop.Ledger.OfTransactionAsync(id));
}
