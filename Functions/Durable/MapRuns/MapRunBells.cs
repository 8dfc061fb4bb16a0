using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Functions.Durable.MapRuns;

/// <summary>Has the orchestrations of Map Runs look up: there is news on record.</summary>
public sealed class MapRunBells(IMapRunStore store, DurableClients clients, ILogger<MapRunBells> logger)
{
    /// <summary>Sends a signal to the orchestration that runs a Map Run now, if one does. One that gets lost is made up for: every minute it looks by itself.</summary>
    public async Task RingAsync(string mapRunArn, Signal signal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (await store.FindAsync(mapRunArn, cancellationToken) is not { Status: MapRunStatus.Running } run)
        {
            return;
        }

        try
        {
            await clients.Current.RaiseEventAsync(new MapRunAddress(run.Arn, run.RedriveCount).InstanceId, Signal.EventName, signal.Text, cancellationToken);
        }
#pragma warning disable CA1031 // The client says in many ways that there is no such orchestration: it has just ended, or is not there yet.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation(e, "{MapRun} could not be told of news; it looks by itself in time", mapRunArn);
        }
#pragma warning restore CA1031
    }
}
