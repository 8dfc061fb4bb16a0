using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Settlements;
using TaskOrchestration.Domain.Tests.Support;
using TaskOrchestration.Domain.Transactions;
using TaskOrchestration.Domain.Values;
using static TaskOrchestration.Domain.Tests.Support.Shop;

namespace TaskOrchestration.Domain.Tests.Laws;

/// <summary>Purchases, refunds, failures, orders and settlements at once, repeated and interleaved at every call of a store.</summary>
public sealed class SettlementLaws
{
    private enum Kind
    {
        Purchase,
        Refund,
        RecordFailure,
        Order,
        Settle,
    }

    [Fact]
    public void Every_entry_is_settled_exactly_once_and_the_reports_add_up_to_the_ledger() =>
        Prop.ForAll(Runs().ToArbitrary(), run => Assert.Equal("", BrokenLawsAsync(run).GetAwaiter().GetResult()))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static Gen<Run> Runs() =>
        from acts in (from kind in Gen.Elements(Enum.GetValues<Kind>())
                      from token in Gen.Choose(0, 3)
                      from cents in Gen.Choose(1, 800)
                      select new Act(kind, token, cents)).ListOf()
        from choices in Gen.Choose(0, 1000).ListOf()
        select new Run([.. acts], [.. choices]);

    private static async Task<string> BrokenLawsAsync(Run run)
    {
        var gate = new SwitchableGate(new InterleavingGate(run.Choices));
        var shop = new Shop(gate);
        await gate.Interleaving.RunAsync(run.Acts.Select<Act, Func<Task>>(act => () => CarryOutAsync(shop, act)));
        gate.IsOpen = true;
        await SettleAsync(shop, "last");
        var reports = new List<SettlementReport>();
        foreach (var name in new[] { "0", "1", "2", "3", "last" })
        {
            reports.Add(await SettleAsync(shop, name));
        }

        var moved = shop.Ledger.All().Where(entry => entry.Kind is LedgerEntryKind.Charge or LedgerEntryKind.Refund).ToList();
        var net = moved.Sum(entry => entry.Kind == LedgerEntryKind.Charge ? entry.Amount!.Amount : -entry.Amount!.Amount);
        var reported = reports.SelectMany(report => report.Totals).Where(total => total.Kind == SettlementKind.Net).ToList();
        var transactions = new List<Transaction?>();
        foreach (var id in new[] { "t", "r0", "r1", "r2", "r3" })
        {
            transactions.Add(await shop.Transactions.FindAsync(id));
        }

        string?[] broken =
        [
            reports.Sum(report => report.Settled) != moved.Count ? "settled twice or not at all" : null,
            reported.Sum(total => total.Amount) != net ? "the reports do not add up" : null,
            reported.Sum(total => total.Count) != moved.Count ? "the reports do not count right" : null,
            net < 0 ? "more refunded than captured" : null,
            reports.Any(report => report.Failures.Count > 0 || !report.IsTolerated) ? "a failure out of nothing" : null,
            transactions.Any(it => it is { Status: TransactionStatus.Completed, SettledAt: null }) ? "completed but not marked" : null,
            transactions.Any(it => it is { Status: not TransactionStatus.Completed, SettledAt: not null }) ? "marked but not completed" : null,
        ];
        return string.Join(", ", broken.Where(law => law is not null));
    }

    private static async Task CarryOutAsync(Shop shop, Act act)
    {
        var step = Step($"{act.Kind} {act.Token}");
        try
        {
            await (act.Kind switch
            {
                Kind.Purchase => shop.Purchase.ProcessAsync(new() { TransactionId = "t", Amount = Euros(10) }, step).AsTask(),
                Kind.Refund => shop.Refund.ProcessAsync(
                    new() { TransactionId = $"r{act.Token}", OriginalTransactionId = "t", Amount = Euros(act.Cents / 100m) }, step).AsTask(),
                Kind.RecordFailure => shop.RecordFailure.ProcessAsync(
                    new() { Kind = TransactionKind.Purchase, TransactionId = "t", Amount = Euros(10), Error = "States.Timeout" }, step).AsTask(),
                Kind.Order => shop.ProcessOrderAsync(
                    new() { OrderId = "o", Total = Euros(20), Carrier = act.Cents % 2 == 0 ? "Blitz" : "REFUSED" }, $"order {act.Token}"),
                _ => (Task)SettleAsync(shop, act.Token.ToString()),
            });
        }
        catch (DomainException)
        {
            // A refusal is an outcome like another here; the law is about what stands in the end.
        }
    }

    /// <summary>A whole settlement under one name; settled again under that name, it goes over the same pages.</summary>
    private static async Task<SettlementReport> SettleAsync(Shop shop, string name)
    {
        var later = Step($"plan {name}") with { Now = Now.AddDays(1) };
        var plan = await shop.PlanSettlement.ProcessAsync(new() { CutOff = Now.AddTicks(1) }, later);
        for (var page = 1; page <= plan.Pages.Count; page++)
        {
            await shop.SettlePage.ProcessAsync(new(plan.SettlementId, page), later);
        }

        return await shop.ReportSettlement.ProcessAsync(new(plan.SettlementId, []), later);
    }

    private sealed record Act(Kind Kind, int Token, int Cents);

    private sealed record Run(ValueList<Act> Acts, ValueList<int> Choices);
}
