using TaskOrchestration.Orchestrations.Catalog;
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
    public async Task The_same_name_and_input_give_the_same_answer_while_it_runs()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause);
        var first = await fixture.StartAsync("""{"seconds":60}""", "run");
        fixture.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(first, await fixture.StartAsync("""{ "seconds": 60 }""", "run"));
        Assert.Single(fixture.Journal.ReadOpen());
    }

    [Fact]
    public async Task The_same_name_with_another_input_is_refused()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause);
        await fixture.StartAsync("""{"seconds":60}""", "run");

        await AssertTakenAsync(async () => await fixture.StartAsync("""{"seconds":61}""", "run"));
    }

    [Fact]
    public async Task The_name_of_an_execution_that_has_ended_is_taken()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask);
        await fixture.RunAsync(name: "run");

        await AssertTakenAsync(async () => await fixture.StartAsync(name: "run"));
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
    public async Task Executions_without_a_name_get_one_each()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause);

        var first = await fixture.StartAsync("""{"seconds":60}""");
        var second = await fixture.StartAsync("""{"seconds":60}""");

        Assert.NotEqual(first.ExecutionArn, second.ExecutionArn);
    }

    [Fact]
    public async Task A_machine_that_is_not_there_cannot_be_started()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause);
        await fixture.Engine.Catalog.DeleteAsync(fixture.MachineArn);

        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await fixture.StartAsync());

        Assert.Equal(Refusal.StateMachineDoesNotExist, refused.Refusal);
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
    public async Task An_input_that_is_too_large_is_refused()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask);

        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await fixture.StartAsync($"\"{new string('a', 262_144)}\""));

        Assert.Equal(Refusal.InvalidExecutionInput, refused.Refusal);
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

    [Fact]
    public async Task A_standard_machine_does_not_answer_with_its_outcome()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask);

        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await fixture.Executions.StartSyncAsync(new StartRequest { StateMachineArn = fixture.MachineArn }));

        Assert.Equal(Refusal.StateMachineTypeNotSupported, refused.Refusal);
    }

    private static async Task AssertTakenAsync(Func<Task> start) =>
        Assert.Equal(Refusal.ExecutionAlreadyExists, (await Assert.ThrowsAsync<RefusedException>(start)).Refusal);
}
