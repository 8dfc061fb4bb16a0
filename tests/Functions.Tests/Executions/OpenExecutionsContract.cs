using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Executions;

/// <summary>Open executions are counted, and no more are started than may be, whatever the records are kept in.</summary>
public abstract class OpenExecutionsContract
{
    private const string Definition = """{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":3600,"End":true}}}""";

    private static readonly DateTimeOffset Noon = Simulation.Beginning;
    private static readonly string Machine = RecordSamples.MachineArn("counted");

    protected ManualTimeProvider Time { get; } = new();

    protected abstract IExecutionRecords Records { get; }

    [Fact]
    public async Task Counts_those_that_have_begun_and_not_ended()
    {
        Assert.Equal((0, 0), (await Records.OpenAsLastCountedAsync(), await Records.CountOpenAsync()));
        var first = (await Records.TryAddAsync(RecordSamples.Record(Machine, "first")))!;
        await Records.TryAddAsync(RecordSamples.Record(Machine, "second"));
        await Records.TryAddAsync(RecordSamples.Record($"{Machine}/each", "child") with { Child = new ChildEntry("arn:aws:states:us-east-1:123456789012:mapRun:counted/each:1", "Each", 1) });
        Assert.Null(await Records.TryAddAsync(RecordSamples.Record(Machine, "second")));
        Assert.Equal((0, 3, 3), (await Records.OpenAsLastCountedAsync(), await Records.CountOpenAsync(), await Records.OpenAsLastCountedAsync()));

        var journal = new JournalSketch(first).Add(new Fact.TimerFired(Noon, 1));
        await Records.AppendAsync(journal.All() with { End = new ExecutionEnd(ExecutionStatus.Failed, Noon, Output: null, new Failure("E", "c"), EventCount: 3) });
        Assert.Equal(2, await Records.CountOpenAsync());

        await Records.TryRedriveAsync((await Records.FindAsync(first.Start.ExecutionArn))!, new Fact.Redriven(Noon, ClientToken: null), journal.Facts.Count, journal.Chain);
        Assert.Equal(3, await Records.CountOpenAsync());
    }

    [Fact]
    public async Task Starts_no_more_than_may_be_open_once_they_are_counted()
    {
        var host = new DurableHost(new ScriptedRouter(_ => new TaskOutcome.Succeeded(Json.Null)), Time, Records, quotas: new AccountQuotas { OpenExecutions = 2 });
        var machine = await host.Catalog.CreateAsync(new StateMachineDraft { Name = "waits", Definition = Definition, RoleArn = "arn:aws:iam::123456789012:role/test" });
        var first = await StartAsync("first");
        await StartAsync("second");
        await Records.CountOpenAsync();
        Time.Advance(TimeSpan.FromSeconds(10));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => StartAsync("third"));

        Assert.Equal((Refusal.OpenExecutionLimitExceeded, "Execution Limit Exceeded: 'There are 2 open executions, and no more may be'"), (refused.Refusal, refused.Message));
        Assert.Null(await Records.FindAsync(ArnScheme.Execution(machine.Arn, "third")));
        Assert.Equal(first, await StartAsync("first"));

        var stopping = host.Executions.StopAsync(first.ExecutionArn, error: null, cause: null).AsTask();
        await host.World.Hub.RunAsync();
        await stopping;
        await Records.CountOpenAsync();
        Time.Advance(TimeSpan.FromSeconds(10));
        await StartAsync("third");

        async Task<StartedExecution> StartAsync(string name) => await host.Executions.StartAsync(new StartRequest { StateMachineArn = machine.Arn, Name = name, Input = Json.Parse("{}") });
    }
}
