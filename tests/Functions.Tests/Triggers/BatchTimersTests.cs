using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using TaskOrchestration.Functions.Tests.Hosting;
using TaskOrchestration.Functions.Triggers;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Triggers;

public sealed class BatchTimersTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Due = new(2026, 11, 23, 2, 30, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider time = new(Start);
    private readonly List<Firing> fired = [];

    [Fact]
    public async Task A_tick_starts_the_batch_of_its_due_time_once_however_often_it_comes()
    {
        await using var app = await StartAsync();
        await SetAsync(Due);

        await SettleAsync(app, Tick(Due));
        await SettleAsync(app, Tick(Due));

        var firing = Assert.Single(fired);
        Assert.Equal(("SettlementBatch", Due, false), (firing.StateMachine, firing.Due, firing.IsManual));
        Assert.Contains("2026-11-22", firing.Input.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tick_that_comes_late_starts_what_was_missed()
    {
        await using var app = await StartAsync();
        await SetAsync(Due.AddDays(2).AddHours(1));

        await SettleAsync(app, Tick(Due, isPastDue: true));

        Assert.Equal([Due, Due.AddDays(1), Due.AddDays(2)], fired.Where(firing => firing.StateMachine == "SettlementBatch").Select(firing => firing.Due));
    }

    [Fact]
    public async Task A_tick_that_is_not_due_was_asked_for_and_starts_the_batch_by_hand()
    {
        await using var app = await StartAsync();

        await SweepAsync(app, Tick(Due));

        var firing = Assert.Single(fired);
        Assert.Equal(("RetentionSweep", true), (firing.StateMachine, firing.IsManual));
    }

    private static TimerInfo Tick(DateTimeOffset due, bool isPastDue = false) => new()
    {
        IsPastDue = isPastDue,
        ScheduleStatus = new ScheduleStatus { Last = due.AddDays(-1).LocalDateTime, Next = due.LocalDateTime, LastUpdated = due.AddDays(-1).LocalDateTime },
    };

    private static Task SettleAsync(TestApp app, TimerInfo tick) =>
        ActivatorUtilities.CreateInstance<BatchTimers>(app.Services).SettleAsync(tick, new Mock<DurableTaskClient>("test").Object, CancellationToken.None);

    private static Task SweepAsync(TestApp app, TimerInfo tick) =>
        ActivatorUtilities.CreateInstance<BatchTimers>(app.Services).SweepAsync(tick, new Mock<DurableTaskClient>("test").Object, CancellationToken.None);

    private async Task<TestApp> StartAsync()
    {
        var target = new Mock<IFiringTarget>();
        target.Setup(of => of.LaunchAsync(Capture.In(fired), It.IsAny<CancellationToken>())).ReturnsAsync(new LaunchedFiring("arn:aws:states:us-east-1:123456789012:execution:Batch:one"));
        var app = await TestApp.StartAsync(time, services => services.AddSingleton(target.Object));
        await app.Services.GetRequiredService<ScheduleService>().SeedAsync();
        return app;
    }

    private Task SetAsync(DateTimeOffset now)
    {
        time.Advance(now - time.GetUtcNow());
        return Task.CompletedTask;
    }
}
