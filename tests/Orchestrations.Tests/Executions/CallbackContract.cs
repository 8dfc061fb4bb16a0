using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Executions;

/// <summary>How whoever does a task answers with its token, on every host.</summary>
public abstract class CallbackContract(ExecutionHost host) : ExecutionContract(host)
{
    [Fact]
    public async Task A_result_ends_the_wait_for_a_callback()
    {
        await OpenAsync(Definitions.Callback, Submitting);
        var (started, token) = await StartCallbackAsync();

        await Executions.SendTaskSuccessAsync(token, Json.Of("yes"));

        Assert.Equal(Json.Of("yes"), (await Executions.WaitForEndAsync(started.ExecutionArn)).Output);
    }

    [Fact]
    public async Task A_failure_ends_the_wait_for_a_callback()
    {
        await OpenAsync(Definitions.Callback, Submitting);
        var (started, token) = await StartCallbackAsync();

        await Executions.SendTaskFailureAsync(token, "No", cause: null);

        Assert.Equal(new Failure("No", Cause: null), (await Executions.WaitForEndAsync(started.ExecutionArn)).Failure);
    }

    [Fact]
    public async Task A_sign_of_life_gives_a_task_more_time()
    {
        await OpenAsync(Definitions.Callback.Replace("\"End\"", "\"HeartbeatSeconds\": 60, \"End\"", StringComparison.Ordinal), Submitting);
        var (started, token) = await StartCallbackAsync();
        await AdvanceAsync(TimeSpan.FromSeconds(40), started.StartDate.AddSeconds(60));
        await Executions.SendTaskHeartbeatAsync(token);
        await AdvanceAsync(TimeSpan.FromSeconds(40), started.StartDate.AddSeconds(100));
        Assert.Equal(ExecutionStatus.Running, (await Executions.DescribeAsync(started.ExecutionArn)).Summary.Status);
        var ending = Executions.WaitForEndAsync(started.ExecutionArn).AsTask();

        await AdvanceAsync(TimeSpan.FromSeconds(20), started.StartDate.AddSeconds(100));

        Assert.Equal(Failure.Timeout, (await EndOfAsync(ending)).Failure?.Error);
        await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await Executions.SendTaskHeartbeatAsync(token));
    }

    [Fact]
    public async Task A_token_is_good_once()
    {
        await OpenAsync(Definitions.Callback, Submitting);
        var (_, token) = await StartCallbackAsync();
        await Executions.SendTaskSuccessAsync(token, Json.Of("yes"));

        var refused = await AssertRefusedAsync(Refusal.TaskTimedOut, async () => await Executions.SendTaskSuccessAsync(token, Json.Of("no")));

        Assert.Equal("Task Timed Out: 'Provided task does not exist anymore'", refused.Message);
    }

    [Fact]
    public async Task Of_a_stop_and_many_callbacks_at_once_one_counts()
    {
        await OpenAsync(Definitions.Callback, Submitting);
        var (started, token) = await StartCallbackAsync();

        var stopping = Task.Run(async () => await Executions.StopAsync(started.ExecutionArn, "Stop", cause: null));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Record.ExceptionAsync(async () => await Executions.SendTaskSuccessAsync(token, Json.Of(i))))));
        await stopping;

        Assert.True(outcomes.Count(outcome => outcome is null) <= 1);
        Assert.All(outcomes.OfType<Exception>(), refused => Assert.Equal(Refusal.TaskTimedOut, Assert.IsType<RefusedException>(refused).Refusal));
        var ended = await Executions.WaitForEndAsync(started.ExecutionArn);
        Assert.Contains(ended.Summary.Status, new[] { ExecutionStatus.Succeeded, ExecutionStatus.Aborted });
        Assert.Equal(ended.Summary.Status == ExecutionStatus.Succeeded ? HistoryEventType.ExecutionSucceeded : HistoryEventType.ExecutionAborted, (await HistoryAsync(started.ExecutionArn)).Items[^1].Type);
    }

    [Fact]
    public async Task A_token_made_up_is_refused()
    {
        await OpenAsync(Definitions.Callback, Submitting);
        var (started, token) = await StartCallbackAsync();
        var forged = TaskToken.Create(Submitting.Calls[0].Execution with { Seed = new string('0', 64) }, task: 1);

        var refused = await AssertRefusedAsync(Refusal.InvalidToken, async () => await Executions.SendTaskSuccessAsync("nonsense", Json.Null));
        await AssertRefusedAsync(Refusal.InvalidToken, async () => await Executions.SendTaskSuccessAsync(forged, Json.Null));
        await Executions.SendTaskSuccessAsync(token, Json.Null);
        await Executions.WaitForEndAsync(started.ExecutionArn);
        await AssertRefusedAsync(Refusal.InvalidToken, async () => await Executions.SendTaskSuccessAsync(forged, Json.Null));
        Assert.Equal("Invalid Token: 'Invalid token'", refused.Message);
    }

    [Fact]
    public async Task A_token_of_an_execution_that_is_not_known_is_refused()
    {
        await OpenAsync(Definitions.Callback, Submitting);
        await StartCallbackAsync();
        var strange = TaskToken.Create(Submitting.Calls[0].Execution with { ExecutionArn = ArnScheme.Execution(MachineArn, "none") }, task: 1);

        await AssertRefusedAsync(Refusal.TaskDoesNotExist, async () => await Executions.SendTaskSuccessAsync(strange, Json.Null));
    }

    [Fact]
    public async Task An_output_that_is_too_large_is_refused()
    {
        await OpenAsync(Definitions.Callback, Submitting);
        var (_, token) = await StartCallbackAsync();

        await AssertRefusedAsync(Refusal.InvalidOutput, async () => await Executions.SendTaskSuccessAsync(token, Json.Of(new string('a', 262_144))));
        await Executions.SendTaskSuccessAsync(token, Json.Of(new string('a', 262_142)));
    }
}
