using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

public sealed class ExpressRunsTests
{
    [Fact]
    public async Task Refuses_more_at_once_than_there_may_be_and_takes_others_on_when_some_have_ended()
    {
        var release = new TaskCompletionSource();
        var router = new ScriptedRouter(async (_, _) =>
        {
            await release.Task;
            return new TaskOutcome.Succeeded(Json.Null);
        });
        var options = new EngineOptions { GracePeriod = TimeSpan.Zero, OpenExpressExecutions = 2 };
        await using var fixture = await EngineFixture.OpenAsync(Definitions.OneTask, router, options: options, type: StateMachineType.Express);
        var request = new StartRequest { StateMachineArn = fixture.MachineArn };
        var first = fixture.Executions.StartSyncAsync(request).AsTask();
        var second = fixture.Executions.StartSyncAsync(request).AsTask();

        var refused = await Assert.ThrowsAsync<RefusedException>(async () => await fixture.StartAsync());
        release.SetResult();
        await first;
        await second;

        Assert.Equal(Refusal.ExecutionLimitExceeded, refused.Refusal);
        Assert.Equal(ExecutionStatus.Succeeded, (await fixture.Executions.StartSyncAsync(request)).Summary.Status);
    }
}
