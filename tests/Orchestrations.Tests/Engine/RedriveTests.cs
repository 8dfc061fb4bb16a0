using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class RedriveTests
{
    private volatile bool isBroken = true;

    [Fact]
    public async Task A_history_that_was_read_before_goes_on()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.TwoTasks, Router("second"));
        var arn = await FailAsync(fixture);
        var before = (await fixture.Executions.GetHistoryAsync(arn, reverse: false, limit: 99, cursor: null)).Items;

        await fixture.Executions.RedriveAsync(arn);
        await fixture.Executions.WaitForEndAsync(arn);
        var after = (await fixture.Executions.GetHistoryAsync(arn, reverse: false, limit: 99, cursor: null)).Items;

        Assert.Equal(before, after.Take(before.Count));
        Assert.Equal(Enumerable.Range(1, after.Count).Select(id => (long)id), after.Select(happened => happened.Id));
    }

    [Fact]
    public async Task The_same_client_token_gives_the_same_answer_even_after_a_restart()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask, Router("work"));
        var arn = await FailAsync(fixture, stays: true);

        var first = await fixture.Executions.RedriveAsync(arn, "once");
        await fixture.Executions.WaitForEndAsync(arn);
        await fixture.ReopenAsync();
        fixture.Time.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(first, await fixture.Executions.RedriveAsync(arn, "once"));
        Assert.Equal(1, (await fixture.Executions.DescribeAsync(arn)).Summary.RedriveCount);

        fixture.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(fixture.Time.GetUtcNow(), await fixture.Executions.RedriveAsync(arn, "once"));
    }

    [Fact]
    public async Task A_task_token_given_out_before_is_no_longer_good()
    {
        var router = new ScriptedRouter(_ => new TaskOutcome.Submitted(JsonObject.Empty));
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, router);
        var started = await fixture.StartAsync();
        var before = (await router.ArrivalAsync("approval")).Request.TaskToken;
        await fixture.Executions.StopAsync(started.ExecutionArn, error: null, cause: null);

        await fixture.Executions.RedriveAsync(started.ExecutionArn);

        await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await fixture.Executions.SendTaskSuccessAsync(before, Json.Null));
        await fixture.ReopenAsync();
        while (router.Calls.DistinctBy(call => call.Request.Task).Count() < 2)
        {
            await Task.Delay(1);
        }

        var after = router.Calls[^1].Request;
        Assert.Equal(router.Calls[0].Request.IdempotencyToken, after.IdempotencyToken);
        await fixture.Executions.SendTaskSuccessAsync(after.TaskToken, Json.Of("yes"));
        Assert.Equal(Json.Of("yes"), (await fixture.Executions.WaitForEndAsync(started.ExecutionArn)).Output);
    }

    [Fact]
    public async Task Goes_on_after_the_engine_was_killed_at_any_fact()
    {
        const string input = """{"a":1}""";
        await using var whole = await EngineFixture.OpenAsync(Definitions.TwoTasks, Router("second"));
        var arn = await FailAsync(whole, input);
        await whole.Executions.RedriveAsync(arn);
        var expected = await whole.Executions.WaitForEndAsync(arn);
        var entry = whole.Journal.Find(whole.MachineArn, "run")!;
        var facts = whole.Journal.ReadFacts(entry.Key);
        var redrive = facts.ToList().FindIndex(fact => fact is Fact.Redriven);

        for (var kept = redrive + 1; kept < facts.Count; kept++)
        {
            var cut = new JournalGroup { Started = { entry with { Status = ExecutionStatus.Running, StopDate = null } } };
            cut.Rows.AddRange(facts.Take(kept).Select((fact, i) => new JournalRow(entry.Key, i, fact)));
            whole.Journal = new MemoryJournal();
            whole.Journal.Commit(cut);
            await whole.ReopenAsync();

            var ended = await whole.Executions.WaitForEndAsync(arn);
            Assert.Equal((1, expected.Output, expected.Summary.Status), (whole.Engine.RecoveredExecutions, ended.Output, ended.Summary.Status));
        }
    }

    [Fact]
    public async Task Can_be_redriven_before_its_end_is_durable()
    {
        using var journal = new GatedJournal();
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause, journal: journal);
        var started = await fixture.StartAsync("""{"seconds":60}""");
        journal.Close();
        var stopping = fixture.Executions.StopAsync(started.ExecutionArn, error: null, cause: null).AsTask();
        var redriving = fixture.Executions.RedriveAsync(started.ExecutionArn).AsTask();

        journal.Open();
        await stopping;
        var refused = await Record.ExceptionAsync(async () => await redriving);

        // Whichever came first: either it still ran, or it was redriven on top of an end that had become durable meanwhile.
        var described = await fixture.Executions.DescribeAsync(started.ExecutionArn);
        Assert.Equal(refused is null ? (ExecutionStatus.Running, 1) : (ExecutionStatus.Aborted, 0), (described.Summary.Status, described.Summary.RedriveCount));
    }

    [Fact]
    public async Task Is_not_purged_while_it_goes_on()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, new ScriptedRouter(_ => new TaskOutcome.Submitted(Json.Null)), options: new EngineOptions { Retention = TimeSpan.FromDays(1), GracePeriod = TimeSpan.Zero });
        var started = await fixture.StartAsync(name: "run");
        await fixture.Executions.StopAsync(started.ExecutionArn, error: null, cause: null);
        await fixture.Executions.RedriveAsync(started.ExecutionArn);

        fixture.Time.Advance(TimeSpan.FromDays(3));

        Assert.Equal(["run"], await NamesAsync(fixture, ExecutionStatus.Running));
    }

    private ScriptedRouter Router(string broken) => new(call => isBroken && call.Request.StateName == broken
        ? ScriptedRouter.Failed("Broken")
        : new TaskOutcome.Succeeded(JsonObject.Of(("did", Json.Of(call.Request.StateName)))));

    private async Task<string> FailAsync(EngineFixture fixture, string input = "{}", bool stays = false)
    {
        var ended = await fixture.RunAsync(input, "run");
        Assert.Equal((ExecutionStatus.Failed, RedriveStatus.Redrivable), (ended.Summary.Status, ended.RedriveStatus));
        isBroken = stays;
        return ended.Summary.ExecutionArn;
    }

    private static async Task<IEnumerable<string>> NamesAsync(EngineFixture fixture, ExecutionStatus? status, bool? isRedriven = null) =>
        (await fixture.Executions.ListAsync(fixture.MachineArn, status, limit: 9, cursor: null, isRedriven)).Items.Select(execution => execution.Name);

    private static async Task<RefusedException> AssertRefusedAsync(Refusal refusal, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(call);
        Assert.Equal(refusal, refused.Refusal);
        return refused;
    }
}
