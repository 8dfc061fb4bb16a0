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

    private async Task<(StartedExecution Started, string Token)> StartAsync(EngineFixture fixture)
    {
        var started = await fixture.StartAsync();
        return (started, (await router.ArrivalAsync("approval")).Request.TaskToken);
    }

    private static async Task AssertRefusedAsync(Refusal refusal, Func<ValueTask> call) =>
        Assert.Equal(refusal, (await Assert.ThrowsAsync<RefusedException>(async () => await call())).Refusal);
}
