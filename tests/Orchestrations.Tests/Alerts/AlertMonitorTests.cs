using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Alerts;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Telemetry;
using TaskOrchestration.Orchestrations.Tests.Telemetry;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Alerts;

public sealed class AlertMonitorTests : IDisposable
{
    private const string Failing = """{"StartAt":"no","States":{"no":{"Type":"Fail","Error":"No"}}}""";

    private readonly ManualTimeProvider time = new();
    private readonly RememberedAlerts memory = new();
    private readonly Receiver receiver = new();
    private readonly ThrottledCalls throttled = new();
    private readonly DeliveryTally deliveries;
    private readonly Mock<ITaskStore> store = new();
    private readonly TaskGauges tasks;
    private AlertMonitor monitor;

    public AlertMonitorTests()
    {
        store.Setup(s => s.CountAsync(null, It.IsAny<CancellationToken>())).ReturnsAsync([]);
        deliveries = new DeliveryTally(time);
        tasks = new TaskGauges(() => store.Object, time, NullLogger<TaskGauges>.Instance);
        monitor = Begin();
    }

    public void Dispose()
    {
        tasks.Dispose();
        throttled.Dispose();
        deliveries.Dispose();
        receiver.Dispose();
    }

    [Fact]
    public async Task Calls_the_webhook_when_a_rule_fires_and_when_it_is_resolved()
    {
        Fail(11);
        await PassAsync(TimeSpan.FromMinutes(1));
        await PassAsync(TimeSpan.FromMinutes(40));

        Assert.Equal([("executions-failed", "firing"), ("executions-failed", "resolved")], receiver.Received.Select(Outline));
        Assert.Equal(AlertStatus.Resolved, await StatusAsync("executions-failed"));
    }

    [Fact]
    public async Task Signs_what_it_posts()
    {
        Fail(11);
        await PassAsync(TimeSpan.FromMinutes(1));
        var (key, timestamp, signature, body) = receiver.Received.Single();

        Assert.Equal(WebhookPost.Signature("secret", timestamp!, body), signature);
        Assert.Equal(Json.Of(key), ((JsonObject)Json.Parse(body))["id"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(null)]
    public async Task Offers_a_notice_again_ever_more_slowly_until_it_is_taken(HttpStatusCode? answer)
    {
        receiver.Answer = answer;
        Fail(11);
        await PassAsync(TimeSpan.FromMinutes(1));
        await PassAsync(TimeSpan.FromMinutes(1));
        receiver.Answer = HttpStatusCode.OK;
        await PassAsync(TimeSpan.FromMinutes(5));

        // After 5, 10, 20, 40, 80 and 160 seconds.
        Assert.Equal(6, receiver.Received.Count);
        Assert.Single(receiver.Received.Select(request => request.Key).Distinct());
    }

    [Fact]
    public async Task Does_not_offer_again_what_was_turned_down()
    {
        receiver.Answer = HttpStatusCode.Forbidden;
        Fail(11);
        await PassAsync(TimeSpan.FromMinutes(5));

        Assert.Single(receiver.Received);
    }

    [Fact]
    public async Task A_restart_neither_forgets_nor_repeats()
    {
        receiver.Answer = null;
        Fail(11);
        await PassAsync(TimeSpan.FromMinutes(1));
        await RestartAsync();
        receiver.Answer = HttpStatusCode.OK;
        await PassAsync(TimeSpan.FromMinutes(5));

        Assert.Single(receiver.Received.Select(request => request.Key).Distinct());
        Assert.Equal(AlertStatus.Firing, await StatusAsync("executions-failed"));
    }

    [Fact]
    public async Task Failures_before_a_restart_count()
    {
        Fail(6);
        await PassAsync(TimeSpan.FromMinutes(1));
        await RestartAsync();
        Fail(5);
        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(AlertStatus.Firing, await StatusAsync("executions-failed"));
    }

    [Fact]
    public async Task Fires_when_a_task_waits_too_long()
    {
        store.Setup(s => s.CountAsync(null, It.IsAny<CancellationToken>())).ReturnsAsync([new TaskCount(TaskKind.Batch, TrackedStatus.Waiting, 1, time.GetUtcNow().AddHours(-4))]);

        await PassAsync(TimeSpan.FromMinutes(5));
        var before = await StatusAsync("task-waiting-long");
        await PassAsync(TimeSpan.FromMinutes(6));

        Assert.Equal((AlertStatus.Pending, AlertStatus.Firing), (before, await StatusAsync("task-waiting-long")));
        Assert.Equal(AlertStatus.Inactive, await StatusAsync("task-forgotten"));
    }

    [Fact]
    public async Task Fires_when_too_many_calls_are_turned_down()
    {
        for (var minute = 0; minute < 7; minute++)
        {
            Enumerable.Range(0, 101).ToList().ForEach(_ => throttled.Count("StartExecution"));
            await PassAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(AlertStatus.Firing, await StatusAsync("calls-throttled"));
    }

    [Fact]
    public async Task Fires_when_an_event_was_given_up()
    {
        deliveries.Add("billing", new Attempt(new DeliveryResult.Dead(Entry, time.GetUtcNow(), "status 400"), new Reception.Never("status 400")));
        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(AlertStatus.Firing, await StatusAsync("status-events-given-up"));
    }

    [Fact]
    public async Task Fires_when_a_receiver_takes_no_events_for_long_until_it_does()
    {
        var inVain = new Attempt(new DeliveryResult.Postponed(Entry, time.GetUtcNow(), "status 503"), new Reception.NotNow("status 503"));
        deliveries.Add("billing", inVain);
        await PassAsync(TimeSpan.FromMinutes(15));
        deliveries.Add("billing", inVain);
        await PassAsync(TimeSpan.FromMinutes(1));
        var late = await StatusAsync("status-events-late");
        deliveries.Add("billing", new Attempt(new DeliveryResult.Settled(Entry), new Reception.Taken()));
        await PassAsync(TimeSpan.FromMinutes(7));

        Assert.Equal((AlertStatus.Firing, AlertStatus.Resolved), (late, await StatusAsync("status-events-late")));
    }

    [Fact]
    public void Refuses_a_webhook_that_is_no_URL_to_post_to() =>
        Assert.Throws<InvalidDataException>(() => Begin(new AlertOptions { WebhookUrl = new Uri("ftp://example.com") }));

    private OutboxEntry Entry =>
        new(new StatusChange { Subscription = "billing", ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:orders:one", Status = ReportedStatus.Running, At = time.GetUtcNow() }, 0, time.GetUtcNow());

    private AlertMonitor Begin(AlertOptions? options = null)
    {
        options ??= new AlertOptions { WebhookUrl = new Uri("http://receiver.example/alerts"), WebhookSecret = "secret" };
        return new AlertMonitor(
            AlertRules.All, options, memory, new WebhookPost(new HttpClient(receiver, disposeHandler: false), options, time), tasks, throttled, deliveries, time, NullLogger<AlertMonitor>.Instance);
    }

    private async Task RestartAsync()
    {
        await monitor.DisposeAsync();
        monitor = Begin();
    }

    private void Fail(int times)
    {
        var run = Simulation.Run(Failing);
        var failed = Observations.Of(run, "123456789012").Last() with { At = time.GetUtcNow() };
        Enumerable.Range(0, times).ToList().ForEach(_ => monitor.Observe(failed));
    }

    /// <summary>Moves the clock in the steps in which the rules are looked at; nothing here really waits, so each step is done when the next one comes.</summary>
    private async Task PassAsync(TimeSpan duration)
    {
        var step = TimeSpan.FromSeconds(5);
        for (var passed = TimeSpan.Zero; passed < duration; passed += step)
        {
            time.Advance(step);
            await monitor.RunAsync();
        }
    }

    private async Task<AlertStatus> StatusAsync(string name) => (await monitor.ListAsync(CancellationToken.None)).Single(alert => alert.Rule.Name == name).State.Status;

    private static (string Rule, string Status) Outline((string Key, string? Timestamp, string? Signature, string Body) request)
    {
        var body = (JsonObject)Json.Parse(request.Body);
        return (((JsonString)body["rule"]!).Value, ((JsonString)body["status"]!).Value);
    }
}
