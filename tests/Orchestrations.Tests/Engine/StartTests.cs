using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class StartTests
{
    [Fact]
    public async Task No_more_are_open_than_an_account_may_have()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause, options: new EngineOptions { Quotas = new AccountQuotas { OpenExecutions = 2 } });
        var first = await fixture.StartAsync("""{"seconds":60}""", "one");
        await fixture.StartAsync("""{"seconds":60}""", "two");

        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await fixture.StartAsync("""{"seconds":60}""", "three"));

        Assert.Equal((Refusal.OpenExecutionLimitExceeded, "Execution Limit Exceeded: 'There are 2 open executions, and no more may be'"), (refused.Refusal, refused.Message));
        Assert.Equal(first, await fixture.StartAsync("""{"seconds":60}""", "one"));
        await fixture.Executions.StopAsync(first.ExecutionArn, error: null, cause: null);
        await fixture.StartAsync("""{"seconds":60}""", "three");
    }

    [Fact]
    public async Task The_name_of_an_execution_that_ended_before_a_restart_is_taken()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask);
        await fixture.RunAsync(name: "run");
        await fixture.ReopenAsync();

        await AssertTakenAsync(async () => await fixture.StartAsync(name: "run"));
    }

    [Fact]
    public async Task Of_many_starts_with_one_name_one_begins_an_execution()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause);

        var started = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => fixture.StartAsync("""{"seconds":60}""", "run").AsTask()));

        Assert.Single(started.Distinct());
        Assert.Single(fixture.Journal.ReadOpen());
    }

    [Fact]
    public async Task An_execution_outlives_its_machine_and_keeps_its_revision()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, new ScriptedRouter(_ => new TaskOutcome.Submitted(JsonObject.Empty)));
        var before = await fixture.Engine.Catalog.DescribeAsync(fixture.MachineArn);
        var started = await fixture.StartAsync();
        var call = await ((ScriptedRouter)fixture.Router).ArrivalAsync("approval");
        await fixture.Engine.Catalog.UpdateAsync(fixture.MachineArn, new StateMachineChange { Definition = Definitions.OneTask });
        await fixture.Engine.Catalog.DeleteAsync(fixture.MachineArn);
        await fixture.ReopenAsync();

        await fixture.Executions.SendTaskSuccessAsync(call.Request.TaskToken, Json.True);

        Assert.Equal(Json.True, (await fixture.Executions.WaitForEndAsync(started.ExecutionArn)).Output);
        Assert.Equal(before, await fixture.Executions.DescribeStateMachineAsync(started.ExecutionArn));
    }

    [Fact]
    public async Task An_express_machine_runs_in_memory_and_answers_with_its_outcome()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.TwoTasks, type: StateMachineType.Express);

        var ended = await fixture.Executions.StartSyncAsync(new StartRequest { StateMachineArn = fixture.MachineArn, Name = "run", Input = Json.Parse("""{"a":1}""") });

        Assert.Equal(ExecutionStatus.Succeeded, ended.Summary.Status);
        Assert.StartsWith("arn:aws:states:us-east-1:123456789012:express:machine:run:", ended.Summary.ExecutionArn, StringComparison.Ordinal);
        Assert.Equal(0, fixture.Journal.LastKey);
        await Assert.ThrowsAsync<RefusedException>(async () => await fixture.Executions.DescribeAsync(ended.Summary.ExecutionArn));
    }

    [Fact]
    public async Task An_express_execution_waits_on_the_clock()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause, type: StateMachineType.Express);
        var running = fixture.Executions.StartSyncAsync(new StartRequest { StateMachineArn = fixture.MachineArn, Input = Json.Parse("""{"seconds":60}""") }).AsTask();
        await fixture.Time.WhenSetForAsync(fixture.Time.GetUtcNow().AddSeconds(60));

        fixture.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(ExecutionStatus.Succeeded, (await running).Summary.Status);
    }

    [Fact]
    public async Task An_express_execution_may_live_five_minutes()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause, type: StateMachineType.Express);
        var running = fixture.Executions.StartSyncAsync(new StartRequest { StateMachineArn = fixture.MachineArn, Input = Json.Parse("""{"seconds":301}""") }).AsTask();
        await fixture.Time.WhenSetForAsync(fixture.Time.GetUtcNow().AddSeconds(300));

        fixture.Time.Advance(TimeSpan.FromSeconds(300));

        Assert.Equal(ExecutionStatus.TimedOut, (await running).Summary.Status);
    }

    private static async Task AssertTakenAsync(Func<Task> start) =>
        Assert.Equal(Refusal.ExecutionAlreadyExists, (await Assert.ThrowsAsync<RefusedException>(start)).Refusal);
}
