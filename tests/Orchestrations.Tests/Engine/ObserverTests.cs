using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class ObserverTests
{
    private readonly RecordingObserver reader = new(wantsHistory: true);
    private readonly RecordingObserver watcher = new(wantsHistory: false);
    private volatile bool isBroken = true;

    [Fact]
    public async Task Is_told_of_an_execution_from_its_start_to_its_end_and_beyond_restart_and_redrive()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.TwoTasks, Router(), options: Options());
        var arn = (await fixture.RunAsync("""{"a":1}""", "run")).Summary.ExecutionArn;
        await fixture.ReopenAsync();
        isBroken = false;
        await fixture.Executions.RedriveAsync(arn);
        await reader.EndsAsync(2);
        await watcher.EndsAsync(2);

        var history = await fixture.Executions.GetHistoryAsync(arn, reverse: false, limit: 99, cursor: null);
        Assert.Equal(history.Items, reader.Observations.SelectMany(told => told.Events));
        Assert.Empty(watcher.Observations.SelectMany(told => told.Events));
        Assert.Equal(
            [
                (ExecutionStatus.Running, true, false, 0), (ExecutionStatus.Running, false, false, 0), (ExecutionStatus.Failed, false, false, 0),
                (ExecutionStatus.Running, false, true, 1), (ExecutionStatus.Succeeded, false, false, 1),
            ],
            watcher.Observations.Select(told => (told.Status, told.IsStart, told.IsRedrive, told.RedriveCount)));
        Assert.Equal(("Broken", null), (watcher.Observations[2].Failure?.Error, watcher.Observations[2].Output));
        Assert.Equal((await fixture.Executions.DescribeAsync(arn)).Output, watcher.Observations[^1].Output);
        Assert.All(watcher.Observations, told => Assert.Equal((arn, StateMachineType.Standard), (told.Start.ExecutionArn, told.Type)));
    }

    [Fact]
    public async Task Is_told_of_express_executions()
    {
        isBroken = false;
        await using var fixture = await EngineFixture.OpenAsync(Definitions.TwoTasks, Router(), options: Options(), type: StateMachineType.Express);

        var ended = await fixture.Executions.StartSyncAsync(new StartRequest { StateMachineArn = fixture.MachineArn });
        await reader.EndsAsync(1);
        await watcher.EndsAsync(1);

        Assert.Equal(ended.Output, watcher.Observations[^1].Output);
        Assert.Equal(Enumerable.Range(1, 12).Select(id => (long)id), reader.Observations.SelectMany(told => told.Events).Select(happened => happened.Id));
        Assert.All(watcher.Observations, told => Assert.Equal(StateMachineType.Express, told.Type));
    }

    [Fact]
    public async Task Is_told_nothing_that_is_not_durable()
    {
        using var journal = new GatedJournal();
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause, journal: journal, options: Options());
        journal.Close();
        var starting = fixture.StartAsync("""{"seconds":60}""");

        Assert.Empty(watcher.Observations);
        journal.Open();
        var started = await starting;
        await fixture.Executions.StopAsync(started.ExecutionArn, error: null, cause: null);
        await watcher.EndsAsync(1);

        Assert.Equal([ExecutionStatus.Running, ExecutionStatus.Aborted], watcher.Observations.Select(told => told.Status));
    }

    [Fact]
    public async Task One_that_throws_harms_nobody()
    {
        isBroken = false;
        var options = Options() with { Observers = [new ThrowingObserver(), watcher] };
        await using var fixture = await EngineFixture.OpenAsync(Definitions.TwoTasks, Router(), options: options);

        Assert.Equal(ExecutionStatus.Succeeded, (await fixture.RunAsync()).Summary.Status);
        await watcher.EndsAsync(1);
    }

    private EngineOptions Options() => new() { GracePeriod = TimeSpan.Zero, Observers = [reader, watcher] };

    private ScriptedRouter Router() => new(call => isBroken && call.Request.StateName == "second"
        ? ScriptedRouter.Failed("Broken")
        : new TaskOutcome.Succeeded(JsonObject.Of(("did", Json.Of(call.Request.StateName)))));

    private sealed class ThrowingObserver : IExecutionObserver
    {
        public bool WantsHistory(ExecutionStart start) => throw new InvalidOperationException("I do not know");

        public void Observe(ExecutionObservation observation) => throw new InvalidOperationException("I did not look");
    }
}
