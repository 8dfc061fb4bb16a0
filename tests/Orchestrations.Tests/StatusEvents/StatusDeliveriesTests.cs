using System.Net;
using TaskOrchestration.Orchestrations.Alerts;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

public sealed class StatusDeliveriesTests
{
    private volatile bool isBroken = true;

    [Fact]
    public async Task Tells_of_the_beginning_and_the_end_of_an_execution()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask);
        await world.DeliverAsync();

        await world.Engine.RunAsync("""{"a":1}""", "one");

        var received = await world.Receiver.ReceivesAsync(2);
        Assert.Equal([("one", "RUNNING"), ("one", "SUCCEEDED")], received.Select(posted => (posted.Name, posted.Status)));
        Assert.Equal(received.Select(posted => posted.Key), received.Select(posted => ((JsonString)posted.Event["id"]!).Value));
        await world.SettleAsync();
    }

    [Fact]
    public async Task Tells_of_a_redrive_as_another_beginning()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask, Breaking());
        await world.DeliverAsync();
        var failed = await world.Engine.RunAsync(name: "one");
        isBroken = false;

        await world.Engine.Executions.RedriveAsync(failed.Summary.ExecutionArn);

        var received = await world.Receiver.ReceivesAsync(4);
        Assert.Equal(["RUNNING", "FAILED", "RUNNING", "SUCCEEDED"], received.Select(posted => posted.Status));
        Assert.Equal(4, received.Select(posted => posted.Key).Distinct().Count());
    }

    [Fact]
    public async Task Tells_of_executions_that_were_stopped_or_took_too_long()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.TimeLimit, new ScriptedRouter((_, cancellation) => Never(cancellation)));
        await world.DeliverAsync();
        var stopped = await world.Engine.StartAsync(name: "stopped");

        await world.Engine.Executions.StopAsync(stopped.ExecutionArn, "Enough", "somebody said so");

        var last = (await world.Receiver.ReceivesAsync(2))[1];
        Assert.Equal(("ABORTED", "Enough", "somebody said so"), (last.Status, Text(last, "error"), Text(last, "cause")));
    }

    [Fact]
    public async Task Tells_nobody_of_EXPRESS_executions()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask, type: StateMachineType.Express);
        await world.DeliverAsync();

        await world.Engine.Executions.StartSyncAsync(new() { StateMachineArn = world.Engine.MachineArn, Input = JsonObject.Empty });

        Assert.Equal(new OutboxCounts(0, null, 0), await world.Outbox.CountAsync("billing"));
        Assert.Empty(world.Receiver.Received);
    }

    [Fact]
    public async Task Notes_only_what_somebody_wants()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask, subscriptions: [EventWorld.Webhook() with { Statuses = [ReportedStatus.Failed], StateMachines = ["machine"] }]);

        await world.Engine.RunAsync();

        Assert.Equal(new OutboxCounts(0, null, 0), await world.Outbox.CountAsync("billing"));
    }

    [Fact]
    public async Task Delivers_what_meets_the_pattern_and_drops_the_rest()
    {
        var pattern = (JsonObject)Json.Parse("""{"detail":{"status":["SUCCEEDED"],"name":[{"prefix":"order-"}]}}""");
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask, subscriptions: [EventWorld.Webhook() with { Pattern = pattern }]);
        await world.DeliverAsync();

        await world.Engine.RunAsync(name: "other");
        await world.Engine.RunAsync(name: "order-1");
        await world.SettleAsync();

        Assert.Equal([("order-1", "SUCCEEDED")], world.Receiver.Received.Select(posted => (posted.Name, posted.Status)));
    }

    [Fact]
    public async Task Signs_what_it_posts()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask, subscriptions: [EventWorld.Webhook(secret: "s3cret") with { Statuses = [ReportedStatus.Succeeded] }]);
        await world.DeliverAsync();

        await world.Engine.RunAsync();

        var posted = (await world.Receiver.ReceivesAsync(1))[0];
        Assert.Equal($"{world.Time.GetUtcNow().ToUnixTimeSeconds()}", posted.Timestamp);
        Assert.Equal(WebhookPost.Signature("s3cret", posted.Timestamp!, posted.Event.ToString()), posted.Signature);
    }

    [Fact]
    public async Task Tries_again_later_and_later_and_keeps_the_order_of_each_execution()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask);
        var beginning = world.Time.GetUtcNow();
        world.Receiver.Answer = posted => posted.Name == "one" && world.Time.GetUtcNow() < beginning.AddSeconds(3) ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK;
        await world.Engine.RunAsync(name: "one");
        await world.Engine.RunAsync(name: "two");
        await world.DeliverAsync();

        await world.Receiver.ReceivesAsync(3);
        foreach (var seconds in new[] { 1, 2 })
        {
            await world.Time.WhenSetForAsync(world.Time.GetUtcNow().AddSeconds(seconds));
            world.Time.Advance(TimeSpan.FromSeconds(seconds));
        }

        await world.SettleAsync();
        Assert.Equal(["RUNNING", "RUNNING", "RUNNING", "SUCCEEDED"], world.Receiver.Received.Where(posted => posted.Name == "one").Select(posted => posted.Status));
        Assert.Equal(["RUNNING", "SUCCEEDED"], world.Receiver.Received.Where(posted => posted.Name == "two").Select(posted => posted.Status));
        Assert.Equal(4, world.Receiver.Received.Select(posted => posted.Key).Distinct().Count());
    }

    [Fact]
    public async Task Goes_on_where_another_process_ended()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask);
        world.Receiver.Answer = _ => null;
        await world.DeliverAsync();
        await world.Engine.RunAsync(name: "one");
        await world.Receiver.ReceivesAsync(1);
        await world.StopDeliveringAsync();
        await world.Engine.ReopenAsync();

        world.Receiver.Answer = _ => HttpStatusCode.OK;
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await world.DeliverAsync();
        await world.SettleAsync();

        var statuses = world.Receiver.Received.Select(posted => posted.Status).ToList();
        Assert.Equal("SUCCEEDED", statuses[^1]);
        Assert.All(statuses.SkipLast(1), status => Assert.Equal("RUNNING", status));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData(HttpStatusCode.MovedPermanently)]
    public async Task Gives_up_at_once_what_the_receiver_will_never_take(HttpStatusCode status)
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask);
        world.Receiver.Answer = posted => posted.Status == "RUNNING" ? status : HttpStatusCode.OK;
        await world.DeliverAsync();

        await world.Engine.RunAsync(name: "one");
        await world.SettleAsync();

        Assert.Equal(["RUNNING", "SUCCEEDED"], world.Receiver.Received.Select(posted => posted.Status));
        var dead = Assert.Single(await world.Outbox.ListDeadAsync("billing", 10, after: null));
        Assert.Equal((ReportedStatus.Running, 1, $"status {(int)status}"), (dead.Change.Status, dead.Attempts, dead.Reason));
    }

    [Fact]
    public async Task Gives_up_what_nobody_has_taken_for_too_long_and_delivers_it_when_somebody_says_so()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask, subscriptions: [EventWorld.Webhook() with { Statuses = [ReportedStatus.Succeeded] }]);
        world.Receiver.Answer = _ => HttpStatusCode.TooManyRequests;
        await world.Engine.RunAsync(name: "one");
        world.Time.Advance(world.Options.GiveUpAfter);
        await world.DeliverAsync();
        await world.SettleAsync();
        var dead = Assert.Single(await world.Outbox.ListDeadAsync("billing", 10, after: null));

        world.Receiver.Answer = _ => HttpStatusCode.OK;
        await world.Outbox.ReviveAsync("billing", dead.Place, world.Time.GetUtcNow());
        world.Subscriptions.Ring(dead.Change.ExecutionArn);
        await world.SettleAsync();

        Assert.Equal("status 429", dead.Reason);
        Assert.Equal(new OutboxCounts(0, null, 0), await world.Outbox.CountAsync("billing"));
        Assert.Equal(2, world.Receiver.Received.Count);
    }

    [Fact]
    public async Task Leaves_a_receiver_alone_that_takes_nothing()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask);
        world.Receiver.Answer = _ => null;
        foreach (var number in Enumerable.Range(0, 40))
        {
            await world.Engine.RunAsync(name: $"execution-{number}");
        }

        await world.DeliverAsync();
        var first = await world.Receiver.ReceivesAsync(world.Options.Concurrency);
        await world.Time.WhenSetForAsync(world.Time.GetUtcNow().AddMinutes(5));

        Assert.Equal(world.Options.Concurrency, first.Count);
        Assert.True(world.Deliveries.HealthOf("billing").IsInTrouble);

        world.Receiver.Answer = _ => HttpStatusCode.OK;
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await world.SettleAsync();
        Assert.Equal(80 + world.Options.Concurrency, world.Receiver.Received.Count);
    }

    [Fact]
    public async Task Keeps_a_receiver_that_does_not_answer_from_holding_up_another_or_the_engine()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask, subscriptions: [EventWorld.Webhook(), new() { Name = "copies", Target = new StatusTarget.QueueNamed("copies.fifo") }]);
        var answers = new TaskCompletionSource();
        world.Receiver.Ready = answers.Task;
        await world.DeliverAsync();

        await world.Engine.RunAsync(name: "one");
        await world.SettleAsync("copies");

        Assert.Equal(2, (await world.Outbox.CountAsync("billing")).Pending);
        answers.SetResult();
        await world.SettleAsync();
    }

    [Fact]
    public async Task Puts_events_into_a_queue_once_in_the_order_of_each_execution()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask, subscriptions: [new() { Name = "copies", Target = new StatusTarget.QueueNamed("copies.fifo") }]);
        await world.DeliverAsync();

        var ended = await world.Engine.RunAsync(name: "one");
        await world.SettleAsync("copies");

        var messages = await world.Messages.ListAsync("copies.fifo", 10);
        Assert.Equal(["RUNNING", "SUCCEEDED"], messages.Select(message => Status(message.Body)));
        Assert.All(messages, message => Assert.Equal(ended.Summary.ExecutionArn, message.Group));
    }

    [Fact]
    public async Task Buries_what_waits_for_a_subscription_that_is_gone()
    {
        await using var world = await EventWorld.OpenAsync(Definitions.OneTask);
        await world.Outbox.AddAsync([new() { Subscription = "gone", ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:machine:one", Status = ReportedStatus.Running, At = world.Time.GetUtcNow() }]);
        world.Time.Advance(TimeSpan.FromHours(2));
        await world.DeliverAsync();

        await world.Deliveries.TidyAsync();

        Assert.Equal("there is no such subscription any more", Assert.Single(await world.Outbox.ListDeadAsync("gone", 10, after: null)).Reason);
    }

    private ScriptedRouter Breaking() => new(call => isBroken ? ScriptedRouter.Failed("Broken") : new TaskOutcome.Succeeded(call.Request.Input));

    private static async ValueTask<TaskOutcome> Never(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        return ScriptedRouter.Failed("Never");
    }

    private static string Status(string body) => ((JsonString)((JsonObject)((JsonObject)Json.Parse(body))["detail"]!)["status"]!).Value;

    private static string? Text(Posted posted, string member) => (((JsonObject)posted.Event["detail"]!)[member] as JsonString)?.Value;
}
