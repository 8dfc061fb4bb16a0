using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

/// <summary>What workers see of a host that begins anew, on every host.</summary>
public abstract class RestartContract(ActivityHost host) : ActivityContract(host)
{
    [Fact]
    public async Task Tasks_wait_on_and_tokens_are_good_after_a_restart()
    {
        var (one, two) = (await StartAsync(Machine(), "1"), await StartAsync(Machine(), "2"));
        await ScheduledAsync(two);
        var taken = await TakeAsync();

        await RestartAsync();

        var other = await TakeAsync();
        foreach (var task in new[] { taken, other })
        {
            await Executions.SendTaskSuccessAsync(task.TaskToken, task.Input);
        }

        Assert.Equal((Json.Of(1), Json.Of(2)), ((await EndAsync(one)).Output, (await EndAsync(two)).Output));
    }

    [Fact]
    public async Task A_task_that_a_worker_has_is_not_offered_again_however_often_the_host_begins_anew()
    {
        await StartAsync(Machine(), "1");
        await TakeAsync();
        await RestartAsync();
        await AdvanceAsync(TimeSpan.FromMinutes(5));

        await StartAsync(Machine(), "2");

        Assert.Equal(Json.Of(2), (await TakeAsync()).Input);
    }

    [Fact]
    public async Task A_task_of_which_nobody_knows_whether_its_worker_got_it_is_offered_again_a_minute_after_the_host_was_lost()
    {
        var execution = await StartAsync(Machine(), "1");
        var lost = await AwaitAsync(Tasks.TakeAsync(Work, "ada").AsTask());
        await RestartAsync();

        var waiting = Tasks.TakeAsync(Work, "bob").AsTask();
        await AdvanceAsync(TimeSpan.FromSeconds(59));
        Assert.False(waiting.IsCompleted);
        var next = Tasks.TakeAsync(Work, "bob").AsTask();
        await AdvanceAsync(TimeSpan.FromSeconds(2));
        var again = await AwaitAsync(waiting) ?? await AwaitAsync(next);

        Assert.Equal(lost!.TaskToken, again!.TaskToken);
        await Executions.SendTaskSuccessAsync(lost.TaskToken, Json.Of("by ada after all"));
        Assert.Equal(Json.Of("by ada after all"), (await EndAsync(execution)).Output);
    }

    [Fact]
    public async Task A_task_in_doubt_is_not_offered_again_when_its_worker_has_been_heard_of()
    {
        await StartAsync(Machine(), "1");
        var lost = await AwaitAsync(Tasks.TakeAsync(Work, "ada").AsTask());
        await RestartAsync();
        await Executions.SendTaskSuccessAsync(lost!.TaskToken, Json.Null);
        await AdvanceAsync(TimeSpan.FromMinutes(2));

        await StartAsync(Machine(), "2");

        Assert.Equal(Json.Of(2), (await TakeAsync()).Input);
    }
}
