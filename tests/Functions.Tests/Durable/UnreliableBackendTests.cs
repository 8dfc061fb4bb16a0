using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable;
using TaskOrchestration.Support.Durable.Hubs;

namespace TaskOrchestration.Functions.Tests.Durable;

/// <summary>Everything goes wrong that may: episodes are lost, activities done twice, answers late, messages shuffled.</summary>
public sealed class UnreliableBackendTests
{
    private const string Busy = """
        {"StartAt":"Both","States":{"Both":{"Type":"Parallel","Next":"Last","Branches":[
          {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:a","Next":"B",
             "Retry":[{"ErrorEquals":["States.ALL"],"IntervalSeconds":3,"MaxAttempts":9}]},
             "B":{"Type":"Wait","Seconds":20,"Next":"C"},"C":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:c","End":true}}},
          {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":3,"End":true,"ItemProcessor":{"StartAt":"W","States":{
             "W":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:w","TimeoutSeconds":90,"End":true,
             "Retry":[{"ErrorEquals":["States.ALL"],"IntervalSeconds":2,"MaxAttempts":20,"BackoffRate":1}]}}}}}},
          {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","TimeoutSeconds":3600,
             "Parameters":{"FunctionName":"ask"},"End":true,"Catch":[{"ErrorEquals":["States.ALL"],"Next":"Gone"}]},"Gone":{"Type":"Pass","End":true}}}]},
         "Last":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:last","End":true}}}
        """;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Comes_to_the_end_that_its_facts_lead_to(int seed)
    {
        var world = new DurableWorld(new ScriptedRouter(Answer), new HubOptions { Mischief = Mischief.Everything(seed), OneByOne = seed % 2 == 0 });

        var ended = await world.RunAsync(Busy, """{"items":[1,2,3,4,5,6,7]}""");

        var derived = await world.DeriveAsync(ended);
        Assert.Equal(ExecutionStatus.Succeeded, ended.Status);
        Assert.Equal(
            (ended.Status, ended.Output?.ToString(), ended.EventCount, ended.StopDate),
            (derived.Status, derived.Output?.ToString(), derived.EventCount, derived.StoppedAt));
        Assert.Equal(Functions.Executions.FactChain.Next(Functions.Executions.FactChain.Beginning, await world.Records.ReadFactsAsync(ended.Start.ExecutionArn)), ended.Chain);
    }

    [Fact]
    public async Task Survives_a_restart_at_every_await()
    {
        var world = new DurableWorld(new ScriptedRouter(Answer), new HubOptions { LosesEveryEpisodeOnce = true });

        var ended = await world.RunAsync(Busy, """{"items":[1,2,3,4,5,6,7]}""");

        Assert.Equal(ExecutionStatus.Succeeded, ended.Status);
        Assert.Equal(ended.EventCount, (await world.HistoryAsync(ended)).Count);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_stop_ends_it_whatever_goes_wrong(int seed)
    {
        var world = new DurableWorld(new ScriptedRouter(Answer), new HubOptions { Mischief = Mischief.Everything(seed) });
        var record = await world.StartAsync(Busy, """{"items":[1,2,3,4,5,6,7]}""");
        for (var i = 0; i < seed % 5; i++)
        {
            await world.Hub.RunAsync();
            await world.Hub.MoveToNextAsync();
        }

        await world.SignalAsync(record, Signal.Of(new Fact.Stopped(world.Hub.Now, new Failure("Enough", null))));
        await world.Hub.RunToTheEndAsync();

        var ended = await world.FindAsync(record);
        var derived = await world.DeriveAsync(record);
        Assert.Equal((ExecutionStatus.Aborted, ended.EventCount), (ended.Status, derived.EventCount));
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, Thoroughness.Cases(30))];

    /// <summary>The answer depends on the attempt alone, so that it is the same however often it is asked for.</summary>
    private static TaskOutcome Answer(TaskCall call) => call.Request switch
    {
        { StateName: "Ask" } => new TaskOutcome.Submitted(JsonObject.Empty),
        { StateName: "W", RetryCount: < 2 } => ScriptedRouter.Failed("Busy"),
        { StateName: "A", RetryCount: < 3 } => ScriptedRouter.Failed("Busy"),
        _ => new TaskOutcome.Succeeded(Json.Of(call.Request.StateName)),
    };
}
