using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Conformance;

/// <summary>Runs a case of the conformance corpora by way of Durable Functions.</summary>
internal static class DurableRun
{
    /// <summary>Runs it; what it came to follows from the facts that were taken down.</summary>
    public static async Task<DriverOutcome> ToEndAsync(RecordedRun run)
    {
        using var world = new ExecutionWorld(new TimedTasks(run.Perform), new HubOptions { Clock = new ManualTimeProvider(run.StartedAt) }, services =>
        {
            if (run.Blobs is { } blobs)
            {
                services.AddSingleton(blobs);
            }
        });
        await world.StartAsync(run.Machine, run.Start);
        await world.Hub.RunToTheEndAsync();
        var record = await world.FindAsync(run.Start.ExecutionArn);
        var derived = DriverOutcome.Of(run.Machine, await world.FactsAsync(run.Start.ExecutionArn));

        var orchestration = await world.Hub.Client.GetInstanceAsync(record.InstanceId, getInputsAndOutputs: true);
        Assert.False(orchestration!.RuntimeStatus == OrchestrationRuntimeStatus.Failed, orchestration.SerializedOutput);

        // What a list shows and what the history ends with are told by two different writes.
        Assert.Equal(
            (derived.Status, derived.Output, derived.Failure?.Error, derived.Failure?.Cause),
            (record.Status, record.Output, record.Failure?.Error, record.Failure?.Cause));
        Assert.Equal(derived.Status == ExecutionStatus.Running ? 0 : derived.History.Count, record.EventCount);
        return derived;
    }
}
