using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Purchases;
using TaskOrchestration.Domain.Refunds;
using TaskOrchestration.Domain.Simulators;
using TaskOrchestration.Domain.Steps;

namespace TaskOrchestration.Support;

/// <summary>Makes many transactions quickly, through the steps that workflows use.</summary>
public static class ManyTransactions
{
    private static readonly string[] Currencies = ["EUR", "USD", "JPY"];

    /// <summary>
    /// Carries out so many transactions at a moment: every fifth is a refund of part of the purchase before it. Their ids are <c>many-0</c>,
    /// <c>many-1</c>, ...; made again under the same prefix, they are not made twice.
    /// </summary>
    public static async Task MakeAsync(ITransactionStore transactions, ILedger ledger, int count, DateTimeOffset at, string prefix = "many")
    {
        var gateway = new SimulatedPaymentGateway(ledger);
        var purchase = new PurchaseProcessing(transactions, gateway);
        var refund = new RefundProcessing(transactions, ledger, gateway);
        await Task.WhenAll(Enumerable.Range(0, count).Where(IsPurchase).Select(number => purchase.ProcessAsync(
            new PurchaseRequest { TransactionId = $"{prefix}-{number}", AccountId = $"account-{number % 50}", Amount = AmountOf(number) },
            new StepContext($"{prefix}-{number}", at)).AsTask()));
        await Task.WhenAll(Enumerable.Range(0, count).Where(number => !IsPurchase(number)).Select(number => refund.ProcessAsync(
            new RefundRequest { TransactionId = $"{prefix}-{number}", OriginalTransactionId = $"{prefix}-{number - 1}", Amount = PartOf(number - 1) },
            new StepContext($"{prefix}-{number}", at)).AsTask()));
    }

    private static bool IsPurchase(int number) => number % 5 != 4;

    private static Money AmountOf(int number) => Money.OfMinorUnits(1000 + (number * 37 % 5000), Currencies[number % 3]);

    private static Money PartOf(int number) => Money.OfMinorUnits(AmountOf(number).MinorUnits / 3, Currencies[number % 3]);
}
