using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Tests.Engine;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

public sealed class PendingRedriveTests
{
    private volatile bool isBroken = true;

    [Theory]
    [InlineData("STANDARD", new[] { "RUNNING", "FAILED", "PENDING_REDRIVE", "RUNNING", "SUCCEEDED" })]
    [InlineData("EXPRESS", new string[0])]
    public async Task Children_of_a_Map_Run_that_is_redriven_are_told_of_as_pending_before_they_begin_again(string type, string[] expected)
    {
        await using var world = await EventWorld.OpenAsync(
            MapRunWorld.Each("\"MaxConcurrency\":1,", type), Router(), [EventWorld.Webhook() with { StateMachines = ["machine/each"] }]);
        var failed = await world.Engine.RunAsync($"[1,{MapRunWorld.Fails},3]");
        isBroken = false;

        await world.Engine.Executions.RedriveAsync(failed.Summary.ExecutionArn);
        await world.Engine.Executions.WaitForEndAsync(failed.Summary.ExecutionArn);
        await world.DeliverAsync();
        await world.SettleAsync();

        var ofChild = world.Receiver.Received.GroupBy(posted => posted.Name).FirstOrDefault(events => events.Any(posted => posted.Status == "FAILED"));
        Assert.Equal(expected, ofChild?.Select(posted => posted.Status) ?? []);
        Assert.Equal(expected.Length == 0 ? [] : ["0", "0", "0", "1", "1"], ofChild?.Select(posted => ((JsonObject)posted.Event["detail"]!)["redriveCount"]!.ToString()) ?? []);
        Assert.Empty(await world.Outbox.ListDeadAsync("billing", 10, after: null));
    }

    private ScriptedRouter Router() =>
        new(call => isBroken && call.Request.Input is JsonObject input && input.Contains("fails") ? ScriptedRouter.Failed("Told", "so") : new TaskOutcome.Succeeded(call.Request.Input));
}
