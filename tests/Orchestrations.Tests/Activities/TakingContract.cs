using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

/// <summary>How tasks of activities get to workers, on every host.</summary>
public abstract class TakingContract(ActivityHost host) : ActivityContract(host)
{
    [Fact]
    public async Task A_worker_waits_until_there_is_a_task()
    {
        var waiting = Tasks.TakeAsync(Work, "ada").AsTask();

        await StartAsync(Machine());

        Assert.NotNull(await AwaitAsync(waiting));
    }

    [Fact]
    public async Task A_worker_goes_away_with_nothing_after_a_minute()
    {
        var waiting = Tasks.TakeAsync(Work, "ada").AsTask();
        Time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(waiting.IsCompleted);

        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await AwaitAsync(waiting));
    }

    [Fact]
    public async Task Tasks_are_handed_out_in_the_order_in_which_they_came()
    {
        var started = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            started.Add(await StartAsync(Machine(), $"{i}"));
            await ScheduledAsync(started[^1]);
        }

        var inputs = new List<Json>();
        for (var i = 0; i < 5; i++)
        {
            inputs.Add((await TakeAsync()).Input);
        }

        Assert.Equal(Enumerable.Range(0, 5).Select(i => (Json)Json.Of(i)), inputs);
    }

    [Fact]
    public async Task Of_workers_that_wait_the_first_gets_the_first_task()
    {
        var waiting = Enumerable.Range(0, 4).Select(i => Tasks.TakeAsync(Work, $"{i}").AsTask()).ToList();

        var inputs = new List<Json>();
        for (var i = 0; i < 4; i++)
        {
            await StartAsync(Machine(), $"{i}");
            inputs.Add((await AwaitAsync(waiting[i]))!.Input);
        }

        Assert.Equal(Enumerable.Range(0, 4).Select(i => (Json)Json.Of(i)), inputs);
    }

    [Fact]
    public async Task Nobody_gets_tasks_of_an_activity_that_is_not_there()
    {
        await AssertRefusedAsync(Refusal.ActivityDoesNotExist, async () => await Tasks.TakeAsync($"{Work}s", "ada"));
        await Activities.DeleteAsync(Work);
        await AssertRefusedAsync(Refusal.ActivityDoesNotExist, async () => await Tasks.TakeAsync(Work, "ada"));
    }

    [Fact]
    public async Task A_thousand_workers_may_wait_for_an_activity_s_tasks()
    {
        using var gone = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 1_003).Select(_ => Tasks.TakeAsync(Work, "ada", gone.Token).AsTask()).ToList();

        var refused = waiting.Where(poll => poll.IsFaulted).ToList();

        // On the Durable host one looks for tasks beside those that wait.
        Assert.InRange(refused.Count, 2, 3);
        Assert.All(refused, poll => Assert.Equal(Refusal.ActivityWorkerLimitExceeded, ((RefusedException)poll.Exception!.InnerException!).Refusal));
        await gone.CancelAsync();
        Assert.All(await Task.WhenAll(waiting.Except(refused)), Assert.Null);
    }

    [Fact]
    public async Task A_worker_that_has_gone_gets_no_task()
    {
        using var gone = new CancellationTokenSource();
        var first = Tasks.TakeAsync(Work, "gone", gone.Token).AsTask();
        var second = Tasks.TakeAsync(Work, "ada").AsTask();
        await gone.CancelAsync();

        await StartAsync(Machine());

        Assert.Null(await AwaitAsync(first));
        Assert.NotNull(await AwaitAsync(second));
    }

    [Fact]
    public async Task A_task_that_did_not_reach_its_worker_is_the_next_to_be_handed_out()
    {
        await ScheduledAsync(await StartAsync(Machine(), "1"));
        await ScheduledAsync(await StartAsync(Machine(), "2"));
        var lost = await AwaitAsync(Tasks.TakeAsync(Work, "gone").AsTask());
        await lost!.ReturnAsync();

        var again = await TakeAsync("ada");

        Assert.Equal((lost.TaskToken, lost.Input), (again.TaskToken, again.Input));
        Assert.Equal(Json.Of(2), (await TakeAsync("ada")).Input);
        await Executions.SendTaskSuccessAsync(again.TaskToken, Json.Null);
    }

    [Fact]
    public async Task A_task_is_not_handed_out_when_its_execution_was_stopped()
    {
        var stopped = await StartAsync(Machine(), "1");
        await ScheduledAsync(stopped);
        await ScheduledAsync(await StartAsync(Machine(), "2"));
        await Executions.StopAsync(stopped, "Stop", "it");
        await EndAsync(stopped);

        Assert.Equal(Json.Of(2), (await TakeAsync()).Input);
    }

    [Fact]
    public async Task A_task_that_waited_too_long_times_out_and_is_not_handed_out()
    {
        var execution = await StartAsync(Machine("\"TimeoutSeconds\":30"), "1");
        await ScheduledAsync(execution);
        await AdvanceAsync(TimeSpan.FromSeconds(30));

        var ended = await EndAsync(execution);
        await StartAsync(Machine(), "2");

        Assert.Equal(new Failure("States.Timeout", null), ended.Failure);
        Assert.Equal(
            [HistoryEventType.ActivityScheduled, HistoryEventType.ActivityTimedOut, HistoryEventType.ExecutionFailed],
            (await EventsAsync(execution)).Skip(2).Select(happened => happened.Type));
        Assert.Equal(Json.Of(2), (await TakeAsync()).Input);
    }
}
