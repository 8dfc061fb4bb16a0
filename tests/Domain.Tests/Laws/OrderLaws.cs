using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tests.Support;
using TaskOrchestration.Domain.Values;
using static TaskOrchestration.Domain.Tests.Support.Shop;

namespace TaskOrchestration.Domain.Tests.Laws;

/// <summary>Steps over one order run at once, in any order, under any tokens, interleaved at every call of a store.</summary>
public sealed class OrderLaws
{
    private static readonly string?[] PaymentMethods = ["card", "card", "DECLINED", "UNAVAILABLE-1"];
    private static readonly string?[] Carriers = ["Blitz", "Blitz", "REFUSED", "UNAVAILABLE-1"];

    private enum Kind
    {
        Workflow,
        Place,
        Pay,
        Ship,
        Confirm,
        Compensate,
    }

    [Fact]
    public void An_order_is_charged_and_shipped_at_most_once_and_never_both_shipped_and_refunded() =>
        Prop.ForAll(Runs().ToArbitrary(), run => Assert.Equal("", BrokenLawsAsync(run).GetAwaiter().GetResult()))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static Gen<Run> Runs() =>
        from acts in Gen.Elements(Enum.GetValues<Kind>()).SelectMany(kind => Gen.Choose(0, 3).Select(token => new Act(kind, token))).ListOf()
        from choices in Gen.Choose(0, 1000).ListOf()
        from paymentMethod in Gen.Elements(PaymentMethods)
        from carrier in Gen.Elements(Carriers)
        select new Run([.. acts], [.. choices], paymentMethod, carrier);

    private static async Task<string> BrokenLawsAsync(Run run)
    {
        var gate = new InterleavingGate(run.Choices);
        var shop = new Shop(gate);
        await gate.RunAsync(run.Acts.Select<Act, Func<Task>>(act => () => CarryOutAsync(shop, run, act)));

        var entries = shop.Ledger.All();
        var charges = entries.Count(entry => entry.Kind == LedgerEntryKind.Charge);
        var left = LedgerRules.Left(entries) ?? Money.Zero(Currency.Of("EUR"));
        var shipped = Count(nameof(ShipmentStatus.Shipped));
        var status = (await shop.Orders.FindAsync("o"))?.Status;

        string?[] broken =
        [
            charges > 1 ? "charged twice" : null,
            shipped > 1 ? "shipped twice" : null,
            Count("Sent") > 1 ? "confirmed twice" : null,
            shipped > 0 && left != Euros(10) ? "shipped without being paid" : null,
            status is OrderStatus.Paid && !IsAuthorized() ? "paid without an authorisation" : null,
            status is OrderStatus.Refunded or OrderStatus.Cancelled && !left.IsZero ? "undone but charged" : null,
            status is OrderStatus.Refunded or OrderStatus.Cancelled && shipped > 0 ? "undone but shipped" : null,
            status is OrderStatus.Refunded or OrderStatus.Cancelled && shop.Reservations.All().Any(reservation => reservation.Status == ReservationStatus.Held) ? "undone but its stock held" : null,
            status is OrderStatus.Shipped or OrderStatus.Confirmed && shipped == 0 ? "said to be shipped but not" : null,
        ];
        return string.Join(", ", broken.Where(law => law is not null));

        bool IsAuthorized() => entries.Any(entry => entry.Kind == LedgerEntryKind.Authorization);

        int Count(string outcome) => shop.Answers.All().Count(answer => answer.Outcome == outcome);
    }

    private static async Task CarryOutAsync(Shop shop, Run run, Act act)
    {
        var request = new OrderRequest { OrderId = "o", Total = Euros(10), PaymentMethod = run.PaymentMethod, Carrier = run.Carrier };
        var step = Step($"{act.Kind} {act.Token}");
        try
        {
            await (act.Kind switch
            {
                Kind.Workflow => shop.ProcessOrderAsync(request, $"workflow {act.Token}"),
                Kind.Place => shop.Place.ProcessAsync(request, step).AsTask(),
                Kind.Pay => shop.Pay.ProcessAsync(new("o"), step).AsTask(),
                Kind.Ship => shop.Ship.ProcessAsync(new("o"), step).AsTask(),
                Kind.Confirm => shop.Confirm.ProcessAsync(new("o"), step).AsTask(),
                _ => (Task)shop.Compensate.ProcessAsync(new("o"), step).AsTask(),
            });
        }
        catch (DomainException)
        {
            // A refusal is an outcome like another here; the law is about what stands in the end.
        }
    }

    private sealed record Act(Kind Kind, int Token);

    private sealed record Run(ValueList<Act> Acts, ValueList<int> Choices, string? PaymentMethod, string? Carrier);
}
