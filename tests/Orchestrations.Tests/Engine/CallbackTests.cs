using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class CallbackTests
{
    private readonly ScriptedRouter router = new(_ => new TaskOutcome.Submitted(JsonObject.Empty));

    [Fact]
    public async Task A_result_ends_the_wait()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, router);
        var (started, token) = await StartAsync(fixture);

        await fixture.Executions.SendTaskSuccessAsync(token, Json.Of("yes"));

        Assert.Equal(Json.Of("yes"), (await fixture.Executions.WaitForEndAsync(started.ExecutionArn)).Output);
    }

    [Fact]
    public async Task A_failure_ends_the_wait()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, router);
        var (started, token) = await StartAsync(fixture);

        await fixture.Executions.SendTaskFailureAsync(token, "No", cause: null);

        Assert.Equal(new Failure("No", Cause: null), (await fixture.Executions.WaitForEndAsync(started.ExecutionArn)).Failure);
    }

    [Fact]
    public async Task A_sign_of_life_is_kept()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, router);
        var (_, token) = await StartAsync(fixture);

        await fixture.Executions.SendTaskHeartbeatAsync(token);

        Assert.Contains(fixture.Journal.ReadFacts(1), fact => fact is Fact.TaskHeartbeat);
    }

    [Fact]
    public async Task A_token_is_good_after_a_restart()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, router);
        var (started, token) = await StartAsync(fixture);
        await fixture.ReopenAsync();

        await fixture.Executions.SendTaskSuccessAsync(token, Json.Of("yes"));

        Assert.Equal(Json.Of("yes"), (await fixture.Executions.WaitForEndAsync(started.ExecutionArn)).Output);
    }

    [Fact]
    public async Task A_token_is_good_once()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, router);
        var (_, token) = await StartAsync(fixture);
        await fixture.Executions.SendTaskSuccessAsync(token, Json.Of("yes"));

        await AssertRefusedAsync(Refusal.TaskTimedOut, () => fixture.Executions.SendTaskSuccessAsync(token, Json.Of("no")));
    }

    [Fact]
    public async Task A_token_made_up_is_refused()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, router);
        var (started, token) = await StartAsync(fixture);
        var forged = TaskToken.Create((await router.ArrivalAsync("approval")).Execution with { Seed = new string('0', 64) }, task: 1);

        await AssertRefusedAsync(Refusal.InvalidToken, () => fixture.Executions.SendTaskSuccessAsync("nonsense", Json.Null));
        await AssertRefusedAsync(Refusal.InvalidToken, () => fixture.Executions.SendTaskSuccessAsync(forged, Json.Null));
        await fixture.Executions.SendTaskSuccessAsync(token, Json.Null);
        await AssertRefusedAsync(Refusal.InvalidToken, () => fixture.Executions.SendTaskSuccessAsync(forged, Json.Null));
        Assert.Equal(ExecutionStatus.Succeeded, (await fixture.Executions.DescribeAsync(started.ExecutionArn)).Summary.Status);
    }

    [Fact]
    public async Task A_token_of_an_execution_that_is_not_known_is_refused()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, router);
        await StartAsync(fixture);
        var strange = TaskToken.Create((await router.ArrivalAsync("approval")).Execution with { ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:machine:none" }, task: 1);

        await AssertRefusedAsync(Refusal.TaskDoesNotExist, () => fixture.Executions.SendTaskSuccessAsync(strange, Json.Null));
    }

    [Fact]
    public async Task An_output_that_is_too_large_is_refused()
    {
        await using var fixture = await EngineFixture.OpenAsync(Definitions.Callback, router);
        var (_, token) = await StartAsync(fixture);

        await AssertRefusedAsync(Refusal.InvalidOutput, () => fixture.Executions.SendTaskSuccessAsync(token, Json.Of(new string('a', 262_144))));
    }

    private async Task<(StartedExecution Started, string Token)> StartAsync(EngineFixture fixture)
    {
        var started = await fixture.StartAsync();
        return (started, (await router.ArrivalAsync("approval")).Request.TaskToken);
    }

    private static async Task AssertRefusedAsync(Refusal refusal, Func<ValueTask> call) =>
        Assert.Equal(refusal, (await Assert.ThrowsAsync<RefusedException>(async () => await call())).Refusal);
}
