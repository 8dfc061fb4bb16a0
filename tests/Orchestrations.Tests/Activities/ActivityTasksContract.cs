using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

/// <summary>How tasks of activities get to workers and their answers back, on every host.</summary>
public abstract class ActivityTasksContract : IAsyncLifetime
{
    private const string Work = "arn:aws:states:us-east-1:123456789012:activity:work";

    private readonly Dictionary<string, string> machines = [];

    protected abstract IExecutionService Executions { get; }

    protected abstract StateMachineCatalog Catalog { get; }

    protected abstract ActivityCatalog Activities { get; }

    protected abstract IActivityTasks Tasks { get; }

    protected abstract ManualTimeProvider Time { get; }

    public async Task InitializeAsync()
    {
        await OpenAsync();
        await Activities.CreateAsync("work", encryption: null);
    }

    public abstract Task DisposeAsync();

    [Fact]
    public async Task A_worker_gets_the_task_and_its_answer_is_the_state_s_result()
    {
        var execution = await StartAsync(Machine(), """{"n":1}""");

        var task = await TakeAsync("ada");
        await Executions.SendTaskSuccessAsync(task.TaskToken, Json.Of("done"));

        Assert.Equal(Json.Parse("""{"n":1}"""), task.Input);
        Assert.Equal(Json.Of("done"), (await EndAsync(execution)).Output);
        Assert.Equal(
            [
                new HistoryDetails.ActivityScheduled(Work, Json.Parse("""{"n":1}"""), null, null),
                new HistoryDetails.ActivityStarted("ada"),
                new HistoryDetails.Result(Json.Of("done")),
            ],
            (await EventsAsync(execution)).Skip(2).Take(3).Select(happened => happened.Details!));
    }

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
    public async Task An_execution_fails_where_the_activity_is_not_there()
    {
        await Activities.DeleteAsync(Work);
        var ended = await EndAsync(await StartAsync(Machine("""
            "Retry":[{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"T"}]
            """)));

        Assert.Equal(
            new Failure("States.Runtime", $"An error occurred while executing the state 'T' (entered at the event id #2). The activity {Work} does not exist."),
            ended.Failure);
        Assert.Equal(
            [HistoryEventType.ExecutionStarted, HistoryEventType.TaskStateEntered, HistoryEventType.ExecutionFailed],
            (await EventsAsync(ended.Summary.ExecutionArn)).Select(happened => happened.Type));
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

    [Fact]
    public async Task A_worker_that_gives_no_sign_of_life_loses_the_task()
    {
        var execution = await StartAsync(Machine("\"HeartbeatSeconds\":20"));
        await ScheduledAsync(execution);
        Time.Advance(TimeSpan.FromHours(1));
        var task = await TakeAsync();
        await Executions.SendTaskHeartbeatAsync(task.TaskToken);
        await StartedAsync(execution);

        await AdvanceAsync(TimeSpan.FromSeconds(20));

        Assert.Equal("States.Timeout", (await EndAsync(execution)).Failure?.Error);
        Assert.Contains(await EventsAsync(execution), happened => happened.Type == HistoryEventType.ActivityTimedOut);
        await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await Executions.SendTaskHeartbeatAsync(task.TaskToken));
        await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await Executions.SendTaskSuccessAsync(task.TaskToken, Json.Null));
    }

    [Fact]
    public async Task A_token_is_good_once()
    {
        await StartAsync(Machine());
        var task = await TakeAsync();

        await Executions.SendTaskFailureAsync(task.TaskToken, "E", "c");

        await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await Executions.SendTaskSuccessAsync(task.TaskToken, Json.Null));
        await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await Executions.SendTaskFailureAsync(task.TaskToken, "E", "c"));
    }

    [Fact]
    public async Task A_retry_is_another_task_with_another_token()
    {
        var execution = await StartAsync(Machine("\"Retry\":[{\"ErrorEquals\":[\"Again\"],\"IntervalSeconds\":1}]"));
        var first = await TakeAsync();
        await Executions.SendTaskFailureAsync(first.TaskToken, "Again", null);
        await RetryAsync(execution);

        var second = await TakeAsync();

        Assert.NotEqual(first.TaskToken, second.TaskToken);
        await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await Executions.SendTaskSuccessAsync(first.TaskToken, Json.Null));
        await Executions.SendTaskSuccessAsync(second.TaskToken, Json.Of(2));
        Assert.Equal(Json.Of(2), (await EndAsync(execution)).Output);
    }

    [Fact]
    public async Task Branches_and_iterations_have_a_task_each()
    {
        var execution = await StartAsync(
            """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:us-east-1:123456789012:activity:work","End":true}}},
              {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","End":true,"ItemProcessor":{
                "StartAt":"B","States":{"B":{"Type":"Task","Resource":"arn:aws:states:us-east-1:123456789012:activity:work","End":true}}}}}}]}}}
            """,
            """{"items":[1,2,3]}""");

        for (var i = 0; i < 4; i++)
        {
            var task = await TakeAsync();
            await Executions.SendTaskSuccessAsync(task.TaskToken, JsonArray.Of(task.Input));
        }

        Assert.Equal(Json.Parse("""[[{"items":[1,2,3]}],[[1],[2],[3]]]"""), (await EndAsync(execution)).Output);
    }

    [Fact]
    public async Task A_redrive_asks_for_the_task_anew()
    {
        var execution = await StartAsync(Machine());
        var first = await TakeAsync();
        await Executions.SendTaskFailureAsync(first.TaskToken, "E", null);
        await EndAsync(execution);

        await Executions.RedriveAsync(execution);

        var second = await TakeAsync();
        await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await Executions.SendTaskSuccessAsync(first.TaskToken, Json.Null));
        await Executions.SendTaskSuccessAsync(second.TaskToken, Json.Of(2));
        Assert.Equal(Json.Of(2), (await EndAsync(execution)).Output);
    }

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

    protected abstract Task OpenAsync();

    /// <summary>Ends the host and begins another one on the same records.</summary>
    protected abstract Task RestartAsync();

    /// <summary>Lets time pass and what is due by then happen.</summary>
    protected abstract Task AdvanceAsync(TimeSpan by);

    /// <summary>Waits for something that may take some time on the host's clock.</summary>
    protected virtual Task<T> AwaitAsync<T>(Task<T> task) => task;

    private async Task<HandedTask> TakeAsync(string? worker = null)
    {
        var task = await AwaitAsync(Tasks.TakeAsync(Work, worker).AsTask());
        Assert.NotNull(task);
        await task.DeliveredAsync();
        return task;
    }

    private async Task<string> StartAsync(string definition, string input = "{}")
    {
        if (!machines.TryGetValue(definition, out var machine))
        {
            var draft = new StateMachineDraft { Name = $"machine{machines.Count}", Definition = definition, RoleArn = "arn:aws:iam::123456789012:role/test" };
            machines[definition] = machine = (await Catalog.CreateAsync(draft)).Arn;
        }

        return (await Executions.StartAsync(new StartRequest { StateMachineArn = machine, Input = Json.Parse(input) })).ExecutionArn;
    }

    private async Task<ExecutionDescription> EndAsync(string execution) => await AwaitAsync(Executions.WaitForEndAsync(execution).AsTask());

    private Task ScheduledAsync(string execution) => SeenAsync(execution, HistoryEventType.ActivityScheduled);

    private Task StartedAsync(string execution) => SeenAsync(execution, HistoryEventType.ActivityStarted);

    private async Task RetryAsync(string execution)
    {
        await SeenAsync(execution, HistoryEventType.ActivityFailed);
        await AdvanceAsync(TimeSpan.FromSeconds(1));
    }

    private async Task SeenAsync(string execution, HistoryEventType type)
    {
        while (!(await EventsAsync(execution)).Any(happened => happened.Type == type))
        {
            await Task.Yield();
        }
    }

    private async Task<IReadOnlyList<HistoryEvent>> EventsAsync(string execution) => (await Executions.GetHistoryAsync(execution, reverse: false, limit: 1_000, cursor: null)).Items;

    private static string Machine(string more = "") =>
        $$"""{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"{{Work}}",{{(more.Length > 0 ? $"{more}," : "")}}"End":true} } }""";

    private static async Task AssertRefusedAsync(Refusal refusal, Func<Task> call) =>
        Assert.Equal(refusal, (await Assert.ThrowsAsync<RefusedException>(call)).Refusal);
}
