using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Functions.Durable.MapRuns;

/// <summary>Stops Map Runs that their executions do not wait for any more.</summary>
public sealed class MapRunStopping(IMapRunStore store, MapRunAdvancing advancing, DurableClients clients, TimeProvider time, ILogger<MapRunStopping> logger)
{
    /// <summary>Tells one to stop if it runs. It does so in its own time, when its children have ended; so the one that asks has to ask again until it has ended.</summary>
    /// <returns>Whether it has ended, or need not.</returns>
    public async Task<bool> StopAsync(MapRunAddress mapRun, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mapRun);
        if (await store.FindAsync(mapRun.MapRunArn, cancellationToken) is not { } run
            || run.RedriveCount > mapRun.RedriveCount
            || (run.RedriveCount == mapRun.RedriveCount && run.Status != MapRunStatus.Running))
        {
            return true;
        }

        if (await IsAliveAsync(mapRun, cancellationToken))
        {
            await TellAsync(mapRun, cancellationToken);
            return false;
        }

        if (run.RedriveCount == mapRun.RedriveCount)
        {
            await advancing.AbortAsync(run, [], cancellationToken);
        }

        return true;
    }

    /// <summary>Whether the orchestration of a Map Run is there and has not ended.</summary>
    internal async Task<bool> IsAliveAsync(MapRunAddress mapRun, CancellationToken cancellationToken) =>
        await clients.Current.GetInstanceAsync(mapRun.InstanceId, cancellationToken) is
        {
            RuntimeStatus: not (OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated),
        };

    private async Task TellAsync(MapRunAddress mapRun, CancellationToken cancellationToken)
    {
        try
        {
            var stop = Signal.Of(new Fact.Stopped(time.GetUtcNow(), new Failure(Error: null, Cause: null)));
            await clients.Current.RaiseEventAsync(mapRun.InstanceId, Signal.EventName, stop.Text, cancellationToken);
        }
#pragma warning disable CA1031 // It may have ended in this moment; it is looked at again.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation(e, "{MapRun} could not be told to stop; it is looked at again", mapRun.MapRunArn);
        }
#pragma warning restore CA1031
    }
}
