using Microsoft.DurableTask.Client;
using Moq;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable;

namespace TaskOrchestration.Functions.Tests.Durable;

public sealed class ExecutionOrchestratorTests
{
    private const string OneTask = """{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","End":true}}}""";

    private const string Callback = """
        {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","HeartbeatSeconds":600,"TimeoutSeconds":864000,
        "Parameters":{"FunctionName":"ask","Payload":{"token.$":"$$.Task.Token"}},"End":true}}}
        """;

    private static readonly Failure Stopped = new("Enough", "We have seen enough.");

    [Fact]
    public async Task Runs_a_machine_without_tasks_in_one_activity()
    {
        var world = new DurableWorld(new ScriptedRouter());

        var ended = await world.RunAsync("""{"StartAt":"Pass","States":{"Pass":{"Type":"Pass","Result":{"a":1},"End":true}}}""");

        Assert.Equal((ExecutionStatus.Succeeded, "{\"a\":1}"), (ended.Status, ended.Output!.ToString()));
        Assert.Equal(1, world.Hub.CountsOf(ended.InstanceId)!.Activities);
    }

    [Fact]
    public async Task Yields_what_the_task_yields()
    {
        var world = new DurableWorld(new ScriptedRouter());

        var ended = await world.RunAsync(OneTask, """{"a":1.50}""");

        Assert.Equal((ExecutionStatus.Succeeded, """{"a":1.50}"""), (ended.Status, ended.Output!.ToString()));
        Assert.Equal(2, world.Hub.CountsOf(ended.InstanceId)!.Activities);
        Assert.Equal(Simulation.Run(OneTask, """{"a":1.50}""").History, await world.HistoryAsync(ended));
    }

    [Fact]
    public async Task Fails_as_the_task_fails()
    {
        var world = new DurableWorld(new ScriptedRouter(_ => ScriptedRouter.Failed("Broken", "It is broken.")));

        var ended = await world.RunAsync(OneTask);

        Assert.Equal((ExecutionStatus.Failed, new Failure("Broken", "It is broken.")), (ended.Status, ended.Failure));
        Assert.Equal(ended.EventCount, (await world.HistoryAsync(ended)).Count);
    }

    [Fact]
    public async Task Waits_far_longer_than_any_timer_of_the_backend()
    {
        var world = new DurableWorld(new ScriptedRouter());

        var ended = await world.RunAsync("""{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":3456000,"End":true}}}""");

        Assert.Equal(ExecutionStatus.Succeeded, ended.Status);
        Assert.Equal(TimeSpan.FromDays(40), ended.StopDate!.Value - ended.StartDate);
        Assert.InRange(world.Hub.CountsOf(ended.InstanceId)!.Timers, 14, 15);
    }

    [Fact]
    public async Task Retries_with_growing_pauses_that_the_execution_decides()
    {
        var calls = new List<DateTimeOffset>();
        DurableWorld? world = null;
        world = new DurableWorld(new ScriptedRouter(_ =>
        {
            calls.Add(world!.Hub.Now);
            return calls.Count < 4 ? ScriptedRouter.Failed("Busy") : new TaskOutcome.Succeeded(Json.True);
        }));

        var ended = await world.RunAsync("""
            {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","End":true,
            "Retry":[{"ErrorEquals":["Busy"],"IntervalSeconds":10,"BackoffRate":3,"MaxAttempts":5}]}}}
            """);

        Assert.Equal(ExecutionStatus.Succeeded, ended.Status);
        Assert.Equal([10, 30, 90], calls.Zip(calls.Skip(1), (one, next) => (int)(next - one).TotalSeconds));
        Assert.All(await world.HistoryAsync(ended), (happened, i) => Assert.Equal(i + 1, happened.Id));
    }

    [Fact]
    public async Task Asks_for_an_activity_again_that_meets_trouble_and_never_lets_the_execution_know()
    {
        var world = new DurableWorld(new ScriptedRouter());
        var troubles = 0;
        world.BeforeActivity = call =>
        {
            if (troubles++ < 9)
            {
                throw new InvalidOperationException($"The storage is away for {call}.");
            }
        };

        var ended = await world.RunAsync(OneTask);

        Assert.Equal(ExecutionStatus.Succeeded, ended.Status);
        Assert.Equal(TimeSpan.FromSeconds(5 + 10 + 20 + 40 + 80 + 160 + 300 + 300 + 300), ended.StopDate!.Value - ended.StartDate);
        Assert.Equal(
            [HistoryEventType.LambdaFunctionScheduled, HistoryEventType.LambdaFunctionStarted, HistoryEventType.LambdaFunctionSucceeded],
            (await world.HistoryAsync(ended)).Select(happened => happened.Type).Where(type => type.ToString().StartsWith("Lambda", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Opens_the_token_before_the_service_is_called_and_takes_the_answer()
    {
        DurableWorld? world = null;
        var wasOpen = false;
        world = new DurableWorld(new ScriptedRouter(async (call, cancellation) =>
        {
            wasOpen = await world!.Records.IsOpenAsync(call.Execution.ExecutionArn, call.Request.Task, cancellation);
            return new TaskOutcome.Submitted(JsonObject.Empty);
        }));
        var record = await world.StartAsync(Callback);
        await world.Hub.RunAsync();
        var task = Assert.Single((await world.DeriveAsync(record)).Outstanding().OfType<Effect.SetTimer>().Take(1)).Timer - 1;

        await world.SignalAsync(record, Signal.Of(new Fact.TaskSucceeded(world.Hub.Now, task, Json.Parse("""{"yes":true}"""))));
        await world.Hub.RunAsync();

        Assert.True(wasOpen);
        var ended = await world.FindAsync(record);
        Assert.Equal((ExecutionStatus.Succeeded, """{"yes":true}"""), (ended.Status, ended.Output?.ToString()));
        Assert.Equal(0, world.Hub.CountsOf(record.InstanceId)!.Timers - 1);
    }

    [Fact]
    public async Task Heartbeats_keep_a_task_alive_and_their_lack_ends_it()
    {
        var world = new DurableWorld(new ScriptedRouter(_ => new TaskOutcome.Submitted(JsonObject.Empty)));
        var record = await world.StartAsync(Callback);
        await world.Hub.RunAsync();
        for (var i = 0; i < 5; i++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(599));
            await world.Hub.RunAsync();
            await world.SignalAsync(record, Signal.Of(new Fact.TaskHeartbeat(world.Hub.Now, 1)));
            await world.Hub.RunAsync();
        }

        Assert.Equal(ExecutionStatus.Running, (await world.FindAsync(record)).Status);
        await world.Hub.RunToTheEndAsync();

        var ended = await world.FindAsync(record);
        Assert.Equal((ExecutionStatus.Failed, "States.Timeout"), (ended.Status, ended.Failure?.Error));
        Assert.Equal(TimeSpan.FromSeconds((5 * 599) + 600), ended.StopDate - ended.StartDate);
        Assert.False(await world.Records.IsOpenAsync(record.Start.ExecutionArn, 1));
    }

    [Fact]
    public async Task Stops_when_it_is_told_to()
    {
        var world = new DurableWorld(new ScriptedRouter());
        var record = await world.StartAsync("""{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":3456000,"End":true}}}""");
        await world.Hub.RunAsync();

        await world.SignalAsync(record, Signal.Of(new Fact.Stopped(world.Hub.Now, Stopped)));
        await world.Hub.RunAsync();

        var ended = await world.FindAsync(record);
        Assert.Equal((ExecutionStatus.Aborted, Stopped), (ended.Status, ended.Failure));
    }

    [Fact]
    public async Task A_signal_that_is_none_harms_nobody()
    {
        var world = new DurableWorld(new ScriptedRouter());
        var record = await world.StartAsync("""{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":60,"End":true}}}""");
        await world.Hub.RunAsync();

        foreach (var text in new[] { "", "nonsense", "{}", "[]", """{"f":"Started","at":1}""", """{"f":"TimerFired","at":1,"timer":1}""", "~@@@" })
        {
            await world.Hub.Client.RaiseEventAsync(record.InstanceId, Signal.EventName, text);
        }

        foreach (var json in new object?[] { null, 1, true, Array.Empty<int>(), new { nonsense = 1 } })
        {
            await world.Hub.Client.RaiseEventAsync(record.InstanceId, Signal.EventName, json);
        }

        await world.Hub.RunToTheEndAsync();
        Assert.Equal(ExecutionStatus.Succeeded, (await world.FindAsync(record)).Status);
    }

    [Fact]
    public async Task A_signal_may_be_raised_by_hand_as_the_json_it_is()
    {
        var world = new DurableWorld(new ScriptedRouter());
        var record = await world.StartAsync("""{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":60,"End":true}}}""");
        await world.Hub.RunAsync();
        var json = PackedText.Read(Signal.Of(new Fact.Stopped(world.Hub.Now, Stopped)).Text).ToString();

        await world.Hub.Client.RaiseEventAsync(record.InstanceId, Signal.EventName, System.Text.Json.JsonSerializer.Deserialize<object>(json));

        await world.Hub.RunToTheEndAsync();
        Assert.Equal(ExecutionStatus.Aborted, (await world.FindAsync(record)).Status);
    }

    [Fact]
    public async Task A_sign_of_life_that_does_not_get_through_is_no_failure_of_the_task()
    {
        var unreachable = new Mock<DurableTaskClient>("unreachable");
        unreachable
            .Setup(client => client.RaiseEventAsync(It.IsAny<string>(), Signal.EventName, It.IsAny<object>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new IOException("nobody answers"));
        var world = new DurableWorld(new ScriptedRouter(async (call, _) =>
        {
            await call.HeartbeatAsync();
            return new TaskOutcome.Succeeded(Json.True);
        }));
        world.Clients.Use(unreachable.Object);

        var ended = await world.RunAsync("""{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","End":true}}}""");

        Assert.Equal((ExecutionStatus.Succeeded, "true"), (ended.Status, ended.Output?.ToString()));
        unreachable.Verify(
            client => client.RaiseEventAsync(InstanceIds.Of(ended.Start.ExecutionArn, 0), Signal.EventName, It.IsAny<object>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Continues_as_new_in_the_middle_of_a_map_and_of_its_heartbeats()
    {
        const int Items = 1_500;
        const string Definition = """
            {"StartAt":"All","States":{"All":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":0,"End":true,"ItemProcessor":{"StartAt":"Work","States":{
            "Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","Next":"Rest"},"Rest":{"Type":"Wait","Seconds":30,"End":true}}}}}}
            """;
        var input = $$"""{"items":[{{string.Join(',', Enumerable.Range(0, Items))}}]}""";
        var world = new DurableWorld(new ScriptedRouter());

        var ended = await world.RunAsync(Definition, input);

        var counts = world.Hub.CountsOf(ended.InstanceId)!;
        Assert.Equal((ExecutionStatus.Succeeded, Items), (ended.Status, (ended.Output as JsonArray)?.Count));
        Assert.InRange(counts.Generations, 6, 12);
        Assert.Equal(ended.EventCount, (await world.HistoryAsync(ended)).Count);
        Assert.All(world.Payloads.Names, name => Assert.StartsWith(ended.InstanceId + "/", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Carries_large_payloads_and_continues_as_new_for_their_sake()
    {
        var text = Executions.RecordSamples.Noise(250_000, 7);
        var states = Enumerable.Range(0, 12).Select(i => $$"""
            "S{{i}}":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work",{{(i == 11 ? "\"End\":true" : $"\"Next\":\"S{i + 1}\"")}}}
            """);
        var world = new DurableWorld(new ScriptedRouter());

        var ended = await world.RunAsync($$$"""{"StartAt":"S0","States":{{{{string.Join(',', states)}}}}}""", $$"""{"text":"{{text}}"}""");

        Assert.Equal((ExecutionStatus.Succeeded, text), (ended.Status, ((JsonString)((JsonObject)ended.Output!)["text"]!).Value));
        Assert.InRange(world.Hub.CountsOf(ended.InstanceId)!.Generations, 4, 13);
    }

    [Fact]
    public async Task A_result_that_is_too_large_fails_the_task_before_it_travels()
    {
        var world = new DurableWorld(new ScriptedRouter(_ => new TaskOutcome.Succeeded(Json.Of(new string('x', 2_000_000)))));

        var ended = await world.RunAsync(OneTask);

        Assert.Equal((ExecutionStatus.Failed, "States.DataLimitExceeded"), (ended.Status, ended.Failure?.Error));
        Assert.Equal(
            Simulation.Run(OneTask, answer: _ => Answer.With(Json.Of(new string('x', 2_000_000)))).History,
            await world.HistoryAsync(ended));
    }

    [Fact]
    public async Task Goes_on_in_another_orchestration_when_it_is_redriven()
    {
        var isBroken = true;
        var world = new DurableWorld(new ScriptedRouter(call => isBroken ? ScriptedRouter.Failed("Broken") : new TaskOutcome.Succeeded(call.Request.Input)));
        var failed = await world.RunAsync(OneTask, """{"a":1}""");
        isBroken = false;

        var running = await world.RedriveAsync(failed);
        await world.Hub.RunToTheEndAsync();

        var ended = await world.FindAsync(failed);
        Assert.Equal((ExecutionStatus.Failed, ExecutionStatus.Running), (failed.Status, running.Status));
        Assert.NotEqual(failed.InstanceId, ended.InstanceId);
        Assert.Equal((ExecutionStatus.Succeeded, """{"a":1}""", 1), (ended.Status, ended.Output?.ToString(), ended.RedriveCount));
        Assert.Contains(await world.HistoryAsync(ended), happened => happened.Type == HistoryEventType.ExecutionRedriven);
    }
}
