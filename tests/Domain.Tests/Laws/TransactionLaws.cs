using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Support;
using TaskOrchestration.Domain.Transactions;
using TaskOrchestration.Domain.Values;
using static TaskOrchestration.Domain.Tests.Support.Shop;

namespace TaskOrchestration.Domain.Tests.Laws;

/// <summary>Purchases, refunds and recorded failures over one charge at once, interleaved at every call of a store.</summary>
public sealed class TransactionLaws
{
    private enum Kind
    {
        Purchase,
        Refund,
        RecordFailure,
    }

    [Fact]
    public void Refunds_never_exceed_the_charge_and_each_is_made_once() =>
        Prop.ForAll(Runs(Kind.Purchase, Kind.Refund).ToArbitrary(), run => RefundsHoldAsync(run).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_purchase_ends_charged_once_or_not_at_all_whatever_fails() =>
        Prop.ForAll(Runs(Kind.Purchase, Kind.RecordFailure).ToArbitrary(), run => PurchaseHoldsAsync(run).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static Gen<Run> Runs(params Kind[] kinds) =>
        from acts in (from kind in Gen.Elements(kinds)
                      from token in Gen.Choose(0, 3)
                      from cents in Gen.Choose(1, 800)
                      select new Act(kind, token, cents)).ListOf()
        from choices in Gen.Choose(0, 1000).ListOf()
        select new Run([.. acts], [.. choices]);

    private static async Task<bool> RefundsHoldAsync(Run run)
    {
        var shop = await RunAsync(run);
        var entries = shop.Ledger.All();
        var refunds = entries.Where(entry => entry.Kind == LedgerEntryKind.Refund).ToList();
        var refunded = refunds.Sum(entry => entry.Amount!.Amount);
        return entries.Count(entry => entry.Kind == LedgerEntryKind.Charge) <= 1
            && refunded <= 10
            && refunds.DistinctBy(entry => entry.RefundId).Count() == refunds.Count;
    }

    private static async Task<bool> PurchaseHoldsAsync(Run run)
    {
        var shop = await RunAsync(run);
        var left = LedgerRules.Left(shop.Ledger.All()) ?? Money.Zero(Currency.Of("EUR"));
        return (await shop.Transactions.FindAsync("t"))?.Status switch
        {
            TransactionStatus.Completed => left == Euros(10),
            TransactionStatus.Failed => left.IsZero,
            null => left.IsZero,
            _ => false,
        };
    }

    private static async Task<Shop> RunAsync(Run run)
    {
        var gate = new InterleavingGate(run.Choices);
        var shop = new Shop(gate);
        await gate.RunAsync(run.Acts.Select<Act, Func<Task>>(act => () => CarryOutAsync(shop, act)));
        return shop;
    }

    private static async Task CarryOutAsync(Shop shop, Act act)
    {
        var step = Step($"{act.Kind} {act.Token}");
        try
        {
            await (act.Kind switch
            {
                Kind.Purchase => shop.Purchase.ProcessAsync(new() { TransactionId = "t", Amount = Euros(10) }, step),
                Kind.Refund => shop.Refund.ProcessAsync(new() { OriginalTransactionId = "t", Amount = Euros(act.Cents / 100m) }, step),
                _ => shop.RecordFailure.ProcessAsync(
                    new() { Kind = TransactionKind.Purchase, TransactionId = "t", Amount = Euros(10), Error = "States.Timeout" }, step),
            });
        }
        catch (DomainException)
        {
            // A refusal is an outcome like another here; the law is about what stands in the end.
        }
    }

    private sealed record Act(Kind Kind, int Token, int Cents);

    private sealed record Run(ValueList<Act> Acts, ValueList<int> Choices);
}
