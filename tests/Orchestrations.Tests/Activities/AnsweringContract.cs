using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Activities;

/// <summary>What comes of the answers of workers, on every host.</summary>
public abstract class AnsweringContract(ActivityHost host) : ActivityContract(host)
{
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
    public async Task A_worker_that_gives_no_sign_of_life_loses_the_task()
    {
        var execution = await StartAsync(Machine("\"HeartbeatSeconds\":20"));
        await ScheduledAsync(execution);
        Time.Advance(TimeSpan.FromHours(1));
        var task = await TakeAsync();
        await Executions.SendTaskHeartbeatAsync(task.TaskToken);
        await SeenAsync(execution, HistoryEventType.ActivityStarted);

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

    private async Task RetryAsync(string execution)
    {
        await SeenAsync(execution, HistoryEventType.ActivityFailed);
        await AdvanceAsync(TimeSpan.FromSeconds(1));
    }
}
