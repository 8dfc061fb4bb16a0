using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class EmbeddedEngineTests
{
    [Fact]
    public async Task Keeps_every_fact_and_derives_the_history_from_them()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask);

        var ended = await fixture.RunAsync();

        var history = await fixture.Executions.GetHistoryAsync(ended.Summary.ExecutionArn, reverse: false, limit: 100, cursor: null);
        Assert.Equal(
            [
                HistoryEventType.ExecutionStarted, HistoryEventType.TaskStateEntered, HistoryEventType.LambdaFunctionScheduled, HistoryEventType.LambdaFunctionStarted,
                HistoryEventType.LambdaFunctionSucceeded, HistoryEventType.TaskStateExited, HistoryEventType.ExecutionSucceeded,
            ],
            history.Items.Select(happened => happened.Type));
        Assert.Equal(2, fixture.Journal.ReadFacts(1).Count);
    }

    [Fact]
    public async Task A_task_is_begun_only_when_the_facts_before_it_are_durable()
    {
        var journal = new MemoryJournal();
        var factsSeen = new List<int>();
        var router = new ScriptedRouter(call =>
        {
            factsSeen.Add(journal.ReadFacts(1).Count);
            return new TaskOutcome.Succeeded(call.Request.Input);
        });
        await using var fixture = await EngineFixture.OpenAsync(Definitions.TwoTasks, router, journal);

        await fixture.RunAsync();

        Assert.Equal([1, 2], factsSeen);
    }

    [Fact]
    public async Task A_moment_years_away_does_not_overflow()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Pause);
        var started = await fixture.StartAsync("""{"seconds":99999999}""");
        await fixture.Time.WhenSetForAsync(started.StartDate.AddDays(1));

        fixture.Time.Advance(TimeSpan.FromSeconds(99_999_998));
        Assert.Equal(ExecutionStatus.Running, (await fixture.Executions.DescribeAsync(started.ExecutionArn)).Summary.Status);
        fixture.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(ExecutionStatus.Succeeded, (await fixture.Executions.WaitForEndAsync(started.ExecutionArn)).Summary.Status);
    }

    [Fact]
    public async Task A_task_that_takes_too_long_times_out_and_is_told_so()
    {
        var told = new TaskCompletionSource();
        var router = new ScriptedRouter(async (_, cancellationToken) =>
        {
            await using var registration = cancellationToken.Register(told.SetResult);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new TaskOutcome.Succeeded(Json.Null);
        });
        await using var fixture = await EngineFixture.OpenAsync(Definitions.TimeLimit, router);
        var started = await fixture.StartAsync();
        await router.ArrivalAsync("work");
        await fixture.Time.WhenSetForAsync(started.StartDate.AddSeconds(60));

        fixture.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(Failure.Timeout, (await fixture.Executions.WaitForEndAsync(started.ExecutionArn)).Failure?.Error);
        await told.Task;
    }

    [Fact]
    public async Task A_task_that_ends_in_time_takes_its_timer_with_it()
    {
        var router = new ScriptedRouter(call => call.Request.StateName == "work" ? new TaskOutcome.Succeeded(Json.Null) : new TaskOutcome.Submitted(JsonObject.Empty));
        await using var fixture = await EngineFixture.OpenAsync(Definitions.TimeLimitThenCallback, router);
        await fixture.StartAsync();
        var second = await router.ArrivalAsync("approval");

        fixture.Time.Advance(TimeSpan.FromSeconds(60));
        await fixture.Executions.SendTaskSuccessAsync(second.Request.TaskToken, Json.Null);

        Assert.DoesNotContain(fixture.Journal.ReadFacts(1), fact => fact is Fact.TimerFired);
    }

    [Fact]
    public async Task Stopping_ends_an_execution_and_its_task()
    {
        var told = new TaskCompletionSource();
        var router = new ScriptedRouter(async (_, cancellationToken) =>
        {
            await using var registration = cancellationToken.Register(told.SetResult);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new TaskOutcome.Succeeded(Json.Null);
        });
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask, router);
        var started = await fixture.StartAsync();
        await router.ArrivalAsync("work");

        var stoppedAt = await fixture.Executions.StopAsync(started.ExecutionArn, "Enough", "of this");

        var ended = await fixture.Executions.DescribeAsync(started.ExecutionArn);
        Assert.Equal(ExecutionStatus.Aborted, ended.Summary.Status);
        Assert.Equal((new Failure("Enough", "of this"), stoppedAt), (ended.Failure, ended.Summary.StopDate));
        await told.Task;
    }

    [Fact]
    public async Task The_clock_going_back_does_not_turn_a_history_around()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, Submitting());
        var started = await fixture.StartAsync();
        var call = await ((ScriptedRouter)fixture.Router).ArrivalAsync("approval");
        fixture.Time.Advance(TimeSpan.FromHours(-1));

        await fixture.Executions.SendTaskSuccessAsync(call.Request.TaskToken, Json.Null);

        Assert.Equal(started.StartDate, (await fixture.Executions.DescribeAsync(started.ExecutionArn)).Summary.StopDate);
    }

    [Fact]
    public async Task Many_executions_share_a_commit()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.TwoTasks);

        var ended = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => fixture.RunAsync($$"""{"i":{{i}}}""")));

        Assert.All(ended, one => Assert.Equal(ExecutionStatus.Succeeded, one.Summary.Status));
        Assert.Equal(1_500, fixture.Engine.Facts);
        Assert.True(fixture.Engine.Flushes < fixture.Engine.Facts);
    }

    [Fact]
    public async Task Executions_at_rest_are_rebuilt_when_something_happens_to_them()
    {
        var router = Submitting();
        await using var fixture = await EngineFixture.OpenAsync(
            Definitions.Callback, router, options: new EngineOptions { ResidentExecutions = 2, GracePeriod = TimeSpan.Zero });
        var started = new List<StartedExecution>();
        for (var i = 0; i < 20; i++)
        {
            started.Add(await fixture.StartAsync($$"""{"i":{{i}}}"""));
        }

        foreach (var execution in started)
        {
            var description = await fixture.Executions.DescribeAsync(execution.ExecutionArn);
            await fixture.Executions.SendTaskSuccessAsync(await TokenAsync(router, execution), description.Input);
        }

        Assert.Equal(
            Enumerable.Range(0, 20).Select(i => Json.Parse($$"""{"i":{{i}}}""")),
            started.Select(execution => fixture.Executions.DescribeAsync(execution.ExecutionArn).AsTask().Result.Output!));
    }

    [Fact]
    public async Task Starts_beyond_the_limit_wait_for_a_place()
    {
        var gate = new GatedJournal();
        await using var fixture = await EngineFixture.OpenAsync(
            Definitions.Pause, journal: gate, options: new EngineOptions { PendingStarts = 3, GracePeriod = TimeSpan.Zero });
        gate.Close();

        var starts = Enumerable.Range(0, 10).Select(i => fixture.StartAsync("""{"seconds":60}""", $"n{i}").AsTask()).ToList();
        Assert.DoesNotContain(starts, start => start.IsCompleted);
        gate.Open();

        await Task.WhenAll(starts);
        Assert.True(gate.LargestGroup <= 3);
    }

    [Fact]
    public async Task A_commit_that_fails_stops_the_engine_and_acknowledges_nothing()
    {
        var journal = new FailingJournal(failAt: 2);
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask, Submitting(), journal);
        var first = await fixture.StartAsync(name: "first");

        // The second commit is that of the task's submission: it fails, and the engine takes nothing on any more.
        await Assert.ThrowsAsync<JournalException>(() => fixture.Engine.Completion);
        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await fixture.StartAsync(name: "second"));

        Assert.Equal(Refusal.Unavailable, refused.Refusal);
        Assert.Equal([first.ExecutionArn], journal.ReadOpen().Select(entry => entry.ExecutionArn));
        Assert.Single(journal.ReadFacts(1));
    }

    [Fact]
    public async Task Whoever_waits_learns_that_the_commit_failed()
    {
        var journal = new FailingJournal(failAt: 1);
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask, journal: journal);

        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await fixture.StartAsync());

        Assert.Equal(Refusal.Unavailable, refused.Refusal);
        Assert.Contains("disk is full", refused.Message, StringComparison.Ordinal);

        Assert.Empty(journal.ReadOpen());
        Assert.Empty(((ScriptedRouter)fixture.Router).Calls);
    }

    [Fact]
    public async Task What_a_failed_commit_lost_is_done_again_by_the_next_engine()
    {
        var kept = new MemoryJournal();
        await using var fixture = await EngineFixture.OpenAsync(Definitions.TwoTasks, journal: new FailingJournal(failAt: 2, kept));
        var started = await fixture.StartAsync("""{"a":1}""");
        await Assert.ThrowsAsync<JournalException>(() => fixture.Engine.Completion);

        fixture.Journal = kept;
        await fixture.ReopenAsync(new ScriptedRouter(call => new TaskOutcome.Succeeded(Json.Of(call.Request.StateName))));

        var ended = await fixture.Executions.WaitForEndAsync(started.ExecutionArn);
        Assert.Equal(Json.Parse("""{"a":1,"first":"first","second":"second"}"""), ended.Output);
    }

    [Fact]
    public async Task Executions_that_ended_long_ago_are_purged()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask, options: new EngineOptions { Retention = TimeSpan.FromDays(7), GracePeriod = TimeSpan.Zero });
        var old = await fixture.RunAsync(name: "old");
        fixture.Time.Advance(TimeSpan.FromDays(6));
        await fixture.RunAsync(name: "young");

        fixture.Time.Advance(TimeSpan.FromDays(2));

        var left = await fixture.Executions.ListAsync(fixture.MachineArn, status: null, limit: 9, cursor: null);
        Assert.Equal(["young"], left.Items.Select(execution => execution.Name));
        await Assert.ThrowsAsync<RefusedException>(async () => await fixture.Executions.DescribeAsync(old.Summary.ExecutionArn));
    }

    [Fact]
    public async Task Stopping_the_engine_lets_running_tasks_finish()
    {
        var release = new TaskCompletionSource();
        var router = new ScriptedRouter(async (call, _) =>
        {
            await release.Task;
            return new TaskOutcome.Succeeded(call.Request.Input);
        });
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask, router, options: new EngineOptions { GracePeriod = TimeSpan.FromHours(1) });
        var started = await fixture.StartAsync();
        await router.ArrivalAsync("work");

        var stopping = fixture.Engine.StopAsync();
        Assert.False(stopping.IsCompleted);
        release.SetResult();
        await stopping;

        Assert.Equal(ExecutionStatus.Succeeded, fixture.Journal.Find(fixture.MachineArn, started.ExecutionArn.Split(':')[^1])!.Status);
    }

    [Fact]
    public async Task A_stopped_engine_takes_nothing_on()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask);
        await fixture.Engine.StopAsync();

        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await fixture.StartAsync());

        Assert.Equal(Refusal.Unavailable, refused.Refusal);
        await fixture.Engine.Completion;
    }

    private static ScriptedRouter Submitting() => new(_ => new TaskOutcome.Submitted(JsonObject.Empty));

    /// <summary>Tokens follow from the execution, so that the one of its only task can be read from the call.</summary>
    private static async Task<string> TokenAsync(ScriptedRouter router, StartedExecution execution)
    {
        while (true)
        {
            if (router.Calls.FirstOrDefault(call => call.Execution.ExecutionArn == execution.ExecutionArn) is { } call)
            {
                return call.Request.TaskToken;
            }

            await Task.Yield();
        }
    }
}
