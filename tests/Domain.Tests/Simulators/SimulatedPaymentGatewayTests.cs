using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Simulators;
using TaskOrchestration.Domain.Tests.Support;

namespace TaskOrchestration.Domain.Tests.Simulators;

public sealed class SimulatedPaymentGatewayTests
{
    private readonly InMemoryLedger ledger = new();
    private readonly RecordingPause pause = new();

    public static TheoryData<string> Codes => [.. DeclineCode.All.Select(code => code.Name)];

    private SimulatedPaymentGateway Gateway => GatewayWith(new SimulatorOptions());

    [Fact]
    public async Task Captures_what_was_authorised_once()
    {
        var authorised = await Gateway.AuthorizeAsync("pay", Charge(10), default);
        var captured = await Gateway.CaptureAsync("pay", Shop.Now.AddDays(1));

        Assert.Equal(LedgerEntryKind.Authorization, authorised.Kind);
        Assert.Equal(authorised with { Token = "pay/capture", Kind = LedgerEntryKind.Charge, At = Shop.Now.AddDays(1) }, captured);
        Assert.Equal(captured, await Gateway.CaptureAsync("pay", Shop.Now.AddDays(2)));
        Assert.Equal(captured, await Gateway.VoidAsync("pay", "t", Shop.Now.AddDays(2)));
        Assert.Equal(Shop.Euros(10), LedgerRules.Left(ledger.All()));
    }

    [Fact]
    public async Task Frees_what_was_authorised_and_then_captures_nothing()
    {
        await Gateway.AuthorizeAsync("pay", Charge(10));

        var freed = await Gateway.VoidAsync("pay", "t", Shop.Now);

        Assert.Equal(LedgerEntryKind.Void, freed.Kind);
        Assert.Equal(freed, await Gateway.CaptureAsync("pay", Shop.Now));
        Assert.Null(LedgerRules.Left(ledger.All()));
    }

    [Fact]
    public async Task Authorises_nothing_that_was_called_off()
    {
        var calledOff = await Gateway.VoidAsync("pay", "t", Shop.Now);

        Assert.Equal(calledOff, await Gateway.AuthorizeAsync("pay", Charge(10)));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Gateway.CaptureAsync("pay", Shop.Now));
    }

    [Fact]
    public async Task Declines_the_capture_of_an_authorisation_that_has_expired()
    {
        await Gateway.AuthorizeAsync("pay", Charge(10));

        var declined = await Gateway.CaptureAsync("pay", Shop.Now.AddDays(7).AddTicks(1));

        Assert.Equal((LedgerEntryKind.Decline, DeclineCode.AuthorizationExpired), (declined.Kind, declined.DeclineCode));
        Assert.Null(LedgerRules.Left(ledger.All()));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Declines_for_every_code_by_payment_method_by_amount_and_by_configuration(string name)
    {
        var code = DeclineCode.Find(name)!;
        var configured = GatewayWith(new SimulatorOptions { Declines = new Dictionary<string, DeclineCode> { ["my-card"] = code } });
        var number = DeclineCode.All.Index().Single(each => each.Item == code).Index + 1;

        LedgerEntry[] declined =
        [
            await Gateway.AuthorizeAsync("method", Charge(10, name.Replace('_', '-').ToUpperInvariant())),
            await Gateway.AuthorizeAsync("amount", Charge(9001 + (number / 100m))),
            await Gateway.AuthorizeAsync("yen", Charge(900100 + number, currency: "JPY")),
            await configured.ChargeAsync("configured", Charge(10, "My-Card")),
        ];

        Assert.All(declined, entry => Assert.Equal((LedgerEntryKind.Decline, code, code.Message), (entry.Kind, entry.DeclineCode, entry.Reason)));
    }

    [Fact]
    public async Task Cannot_be_reached_for_as_many_tries_as_an_amount_says()
    {
        var gateway = Gateway;

        await FailsAsync(2, () => gateway.AuthorizeAsync("pay", Charge(9002.02m)));
        await FailsAsync(20, () => gateway.AuthorizeAsync("never", Charge(9002.99m)), andThenWorks: false);
        await gateway.AuthorizeAsync("captured", Charge(9005.01m));
        await FailsAsync(1, () => gateway.CaptureAsync("captured", Shop.Now));
        await gateway.ChargeAsync("charged", Charge(9006.03m) with { TransactionId = "refunded" });
        await FailsAsync(3, () => gateway.RefundAsync("refund", new() { TransactionId = "refunded", RefundId = "r", Amount = Shop.Euros(9006.03m), At = Shop.Now }));
    }

    [Fact]
    public async Task Declines_a_capture_by_amount()
    {
        await Gateway.AuthorizeAsync("pay", Charge(9004));

        Assert.Equal(DeclineCode.AuthorizationExpired, (await Gateway.CaptureAsync("pay", Shop.Now)).DeclineCode);
        Assert.Equal(DeclineCode.AuthorizationExpired, (await Gateway.ChargeAsync("at once", Charge(9004))).DeclineCode);
    }

    [Fact]
    public async Task Takes_as_long_as_it_is_told_to()
    {
        var slow = GatewayWith(new SimulatorOptions { Payments = new ServiceCondition(Delay: TimeSpan.FromSeconds(2)) });

        await Gateway.AuthorizeAsync("a", Charge(9003.05m));
        await Gateway.AuthorizeAsync("b", Charge(1, "SLOW-7"));
        await slow.AuthorizeAsync("c", Charge(1));

        Assert.Equal([5, 7, 2], pause.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Is_down_when_the_options_say_so()
    {
        var down = GatewayWith(new SimulatorOptions { Payments = new ServiceCondition(IsDown: true) });

        await FailsAsync(3, () => down.AuthorizeAsync("pay", Charge(1)), andThenWorks: false);
        Assert.Empty(ledger.All());
    }

    private SimulatedPaymentGateway GatewayWith(SimulatorOptions options) => new(ledger, options, pause);

    private static ChargeRequest Charge(decimal amount, string? method = "card", string currency = "EUR") =>
        new() { TransactionId = "t", Amount = Money.Of(amount, currency), PaymentMethod = method, At = Shop.Now };

    private static async Task FailsAsync(int times, Func<ValueTask<LedgerEntry>> call, bool andThenWorks = true)
    {
        for (var i = 0; i < times; i++)
        {
            await Assert.ThrowsAsync<TransientFailureException>(async () => await call());
        }

        if (andThenWorks)
        {
            await call();
        }
    }

    private sealed class RecordingPause : IPause
    {
        public List<TimeSpan> Waits { get; } = [];

        public ValueTask WaitAsync(TimeSpan time, CancellationToken cancellationToken = default)
        {
            Waits.Add(time);
            return ValueTask.CompletedTask;
        }
    }
}
