using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Durable.MapRuns;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Durable.Activities;

/// <summary>Stops executions whose parents have given up waiting.</summary>
public sealed class ChildStopping(IExecutionRecords records, MapRunStopping mapRuns, DurableClients clients, TimeProvider time, ILogger<ChildStopping> logger)
{
    /// <summary>Tells one to stop if it runs.</summary>
    /// <remarks>It does so in its own time. A signal that comes before the orchestration does may get lost; so the one that asks has to ask again until it has ended.</remarks>
    /// <returns>Whether it has ended, or need not.</returns>
    public async Task<bool> StopAsync(StopInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (MapRunAddress.TryParse(input.Child, out var mapRun))
        {
            return await mapRuns.StopAsync(mapRun, cancellationToken);
        }

        if (await records.FindAsync(input.Child, cancellationToken) is not { Status: ExecutionStatus.Running } record
            || (input.Task is { } task && record.Start.Parent != new ParentTask(input.Parent, task)))
        {
            return true;
        }

        var stop = Signal.Of(new Fact.Stopped(time.GetUtcNow(), new Failure(Error: null, $"{input.Parent} does not wait for it any more.")));
        try
        {
            await clients.Current.RaiseEventAsync(record.InstanceId, Signal.EventName, stop.Text, cancellationToken);
        }
#pragma warning disable CA1031 // The client says in many ways that there is no such orchestration: it has just ended, or is not there yet.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation(e, "{Child} could not be told to stop; it is looked at again", input.Child);
        }
#pragma warning restore CA1031

        return false;
    }
}
