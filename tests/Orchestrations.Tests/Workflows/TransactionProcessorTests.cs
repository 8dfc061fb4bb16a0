using Microsoft.Extensions.DependencyInjection;
using Moq;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Purchases;
using TaskOrchestration.Domain.Transactions;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using Answer = TaskOrchestration.Support.Answer;

namespace TaskOrchestration.Orchestrations.Tests.Workflows;

public sealed class TransactionProcessorTests
{
    private const string Purchase =
        """
        {
          "TransactionType": "PURCHASE", "TransactionId": "t-1", "AccountId": "a-1", "OrderId": "o-1",
          "Amount": 149.90, "Currency": "EUR", "PaymentMethod": "card", "Reason": "A lamp"
        }
        """;

    [Theory]
    [InlineData("PURCHASE", "ProcessPurchase")]
    [InlineData("REFUND", "ProcessRefund")]
    public void Takes_the_smallest_transactions(string type, string state)
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.TransactionProcessor, $$"""{"TransactionType":"{{type}}"}""");

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(["TransactionType", state], run.States);
        Assert.Equal(Json.Of(type), run.Output["transactionType"]);
        Assert.Equal(Json.Of("Acknowledged"), run.Output["status"]);
    }

    [Fact]
    public async Task Charges_a_purchase()
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.TransactionProcessor, Purchase);

        Assert.Equal(
            Json.Parse(
                """
                {
                  "transactionId": "t-1", "transactionType": "PURCHASE", "status": "Completed", "accountId": "a-1", "orderId": "o-1",
                  "amount": 149.90, "currency": "EUR", "reason": "A lamp",
                  "createdAt": "2026-01-31T08:30:00.000Z", "updatedAt": "2026-01-31T08:30:00.000Z"
                }
                """),
            run.Output);
        Assert.Equal("149.90", run.Output["amount"]!.ToString());
        Assert.Equal(["Charge 149.90 EUR"], await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Refunds_part_of_a_purchase()
    {
        using var run = new WorkflowRun();
        run.Run(SeedWorkflows.TransactionProcessor, Purchase);

        run.Run(SeedWorkflows.TransactionProcessor, Refund(49.90m));

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(Json.Of("Completed"), run.Output["status"]);
        Assert.Equal(["Charge 149.90 EUR", "Refund 49.90 EUR"], await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Refuses_to_refund_more_than_was_charged()
    {
        using var run = new WorkflowRun();
        run.Run(SeedWorkflows.TransactionProcessor, Purchase);

        run.Run(SeedWorkflows.TransactionProcessor, Refund(150m));

        Assert.Equal("RefundExceedsCharge", run.Failure!.Error);
        Assert.Equal(["TransactionType", "ProcessRefund", "RecordFailure", "FailureStands", "TransactionFailed"], run.States);
        Assert.Equal(TransactionStatus.Failed, (await run.TransactionAsync("r-1")).Status);
        Assert.Equal(["Charge 149.90 EUR"], await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Records_a_purchase_that_was_declined_and_fails()
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.TransactionProcessor, Purchase.Replace("card", "INSUFFICIENT-FUNDS", StringComparison.Ordinal));

        Assert.Equal(new Failure("PaymentDeclined", "The payment of 149.90 EUR for 't-1' was declined: insufficient funds (insufficient_funds)"), run.Failure);
        Assert.Equal(["TransactionType", "ProcessPurchase", "RecordFailure", "FailureStands", "TransactionFailed"], run.States);
        var recorded = await run.TransactionAsync("t-1");
        Assert.Equal(
            (TransactionStatus.Failed, "PaymentDeclined", Money.Of(149.90m, "EUR")), (recorded.Status, recorded.Error, recorded.Amount));
    }

    [Fact]
    public async Task Retries_a_gateway_that_cannot_be_reached_and_charges_once()
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.TransactionProcessor, Purchase.Replace("card", "UNAVAILABLE-4", StringComparison.Ordinal));

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal([0, 1, 2, 3, 4], run.Simulation.Tasks.Select(task => task.RetryCount));
        Assert.Single(run.Simulation.Tasks.Select(task => task.IdempotencyToken).Distinct());
        Assert.Equal(["Charge 149.90 EUR"], await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Gives_up_on_a_gateway_that_cannot_be_reached_for_good()
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.TransactionProcessor, Purchase.Replace("card", "UNAVAILABLE", StringComparison.Ordinal));

        Assert.Equal(new Failure("TransientFailure", "The payment gateway cannot be reached."), run.Failure);
        Assert.Equal(TransactionStatus.Failed, (await run.TransactionAsync("t-1")).Status);
        Assert.DoesNotContain("Charge 149.90 EUR", await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Succeeds_with_a_purchase_that_was_carried_out_when_only_its_answer_got_lost()
    {
        WorkflowRun? run = null;
        run = new WorkflowRun(interfere: request => request.StateName == "ProcessPurchase" ? ChargeAndLoseTheAnswer(run!, request) : null);
        using var _ = run;

        run.Run(SeedWorkflows.TransactionProcessor, Purchase);

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal(["TransactionType", "ProcessPurchase", "RecordFailure", "FailureStands", "TransactionCarriedOut"], run.States);
        Assert.Equal(Json.Of("Completed"), run.Output["status"]);
        Assert.Equal(["Charge 149.90 EUR"], await run.BookedForAsync("o-1"));
    }

    [Fact]
    public async Task Names_the_failed_transaction_that_has_no_id()
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.TransactionProcessor, """{"TransactionType":"PURCHASE","Amount":5,"Currency":"EUR","OrderId":"o-1","PaymentMethod":"DECLINED"}""");

        Assert.Equal("PaymentDeclined", run.Failure!.Error);
        var declined = Assert.Single(await run.Service<ILedger>().OfOrderAsync("o-1"));
        Assert.Equal(TransactionStatus.Failed, (await run.TransactionAsync(declined.TransactionId)).Status);
    }

    [Fact]
    public void Tries_long_to_record_a_failure()
    {
        var tries = new Queue<Exception>(Enumerable.Repeat<Exception>(new TransientFailureException("down"), 7));
        using var run = new WorkflowRun(interfere: request =>
            request.StateName == "RecordFailure" && tries.TryDequeue(out var failure) ? Answer.Failure("TransientFailure", failure.Message) : null);

        run.Run(SeedWorkflows.TransactionProcessor, Purchase.Replace("card", "DECLINED", StringComparison.Ordinal));

        Assert.Equal("PaymentDeclined", run.Failure!.Error);
        Assert.Equal(7, run.Simulation.Tasks.Last().RetryCount);
    }

    [Theory]
    [InlineData("{}", "TransactionType: expected PURCHASE or REFUND, found nothing.")]
    [InlineData("[]", "TransactionType: expected PURCHASE or REFUND, found nothing.")]
    [InlineData("\"PURCHASE\"", "TransactionType: expected PURCHASE or REFUND, found nothing.")]
    [InlineData("""{"TransactionType":"purchase"}""", "TransactionType: expected PURCHASE or REFUND, found \"purchase\".")]
    [InlineData("""{"TransactionType":null}""", "TransactionType: expected PURCHASE or REFUND, found null.")]
    [InlineData("""{"TransactionType":{"is":"PURCHASE"}}""", "TransactionType: expected PURCHASE or REFUND, found {\"is\":\"PURCHASE\"}.")]
    public void Refuses_every_other_type(string input, string cause)
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.TransactionProcessor, input);

        Assert.Equal(new Failure("InvalidTransaction", cause), run.Failure);
        Assert.Empty(run.Simulation.Tasks);
    }

    [Theory]
    [InlineData("\"Amount\":10", "transaction.currency: expected a currency code beside Amount, found nothing.")]
    [InlineData("\"Amount\":1e3,\"Currency\":\"EUR\"", "transaction.Amount: expected an amount such as 10.50, found 1e3.")]
    [InlineData("\"Amount\":1.005,\"Currency\":\"EUR\"", "transaction.Amount: Expected an amount of EUR with at most 2 decimals, found 1.005.")]
    [InlineData("\"AccountId\":true", "transaction.AccountId: expected a text or a whole number, found true.")]
    [InlineData("\"Reason\":\"\\ud800\"", "transaction.Reason: expected a text, found \"\\ud800\".")]
    public async Task Records_and_fails_a_transaction_it_cannot_read(string field, string cause)
    {
        using var run = new WorkflowRun();

        run.Run(SeedWorkflows.TransactionProcessor, $$"""{"TransactionType":"PURCHASE","TransactionId":"t-1",{{field}}}""");

        Assert.Equal(new Failure("InvalidTransaction", cause), run.Failure);
        var recorded = await run.TransactionAsync("t-1");
        Assert.Equal((TransactionStatus.Failed, cause), (recorded.Status, recorded.Cause));
    }

    [Fact]
    public void Asks_the_gateway_for_what_the_transaction_says()
    {
        var gateway = new Mock<IPaymentGateway>(MockBehavior.Strict);
        var expected = new ChargeRequest
        {
            TransactionId = "t-1",
            Amount = Money.Of(149.90m, "EUR"),
            PaymentMethod = "card",
            AccountId = "a-1",
            OrderId = "o-1",
            At = Simulation.Beginning,
        };
        gateway.Setup(it => it.ChargeAsync(It.IsAny<string>(), expected, It.IsAny<CancellationToken>()))
            .Returns((string token, ChargeRequest charge, CancellationToken _) => ValueTask.FromResult(new LedgerEntry
            {
                Token = token,
                Kind = LedgerEntryKind.Charge,
                TransactionId = charge.TransactionId,
                AccountId = charge.AccountId,
                OrderId = charge.OrderId,
                Amount = charge.Amount,
                At = charge.At,
            }));
        using var run = new WorkflowRun(services => services.AddSingleton(gateway.Object));

        run.Run(SeedWorkflows.TransactionProcessor, Purchase);

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        gateway.Verify(it => it.ChargeAsync(It.IsAny<string>(), expected, It.IsAny<CancellationToken>()), Times.Once);
        gateway.VerifyNoOtherCalls();
    }

    private static string Refund(decimal amount) =>
        $$"""
        {
          "TransactionType": "REFUND", "TransactionId": "r-1", "OriginalTransactionId": "t-1", "AccountId": "a-1", "OrderId": "o-1",
          "Amount": {{amount}}, "Currency": "EUR", "Reason": "Broken"
        }
        """;

    private static Answer ChargeAndLoseTheAnswer(WorkflowRun run, TaskRequest request)
    {
        var step = new PurchaseProcessing(run.Service<ITransactionStore>(), run.Service<IPaymentGateway>());
        var purchase = new PurchaseRequest
        {
            TransactionId = "t-1", AccountId = "a-1", OrderId = "o-1", Amount = Money.Of(149.90m, "EUR"), PaymentMethod = "card", Reason = "A lamp",
        };
        step.ProcessAsync(purchase, new(request.IdempotencyToken, Simulation.Beginning)).AsTask().GetAwaiter().GetResult();
        return Answer.Never;
    }
}
