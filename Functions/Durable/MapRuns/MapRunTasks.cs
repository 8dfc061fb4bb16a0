using Microsoft.DurableTask;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Functions.Durable.MapRuns;

/// <summary>Map Runs as tasks of the executions whose Maps they are: an execution asks once for it to be begun, and once more when it has ended.</summary>
public sealed class MapRunTasks(IMapRunStore store, DurableClients clients, TimeProvider time)
{
    /// <summary>Has a Map Run begin, or go on after a redrive, unless it does; or says how it has ended.</summary>
    /// <param name="task">The task that asks for it.</param>
    /// <param name="executionRedriveCount">How often the execution has been redriven.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What it is to the execution, or null while it runs.</returns>
    public async Task<TaskOutcome?> StartOrEndAsync(TaskRequest task, int executionRedriveCount, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        var request = MapRunRequest.Of(task);
        var run = await store.AddAsync(MapRun.New(task, request, Moment.Whole(time.GetUtcNow())), cancellationToken);
        if (run.Status != MapRunStatus.Running && !run.CanBeRedriven(request.RedriveCount))
        {
            return MapRunAdvancing.OutcomeOf(run);
        }

        await ScheduleAsync(new MapRunInput(MapRunAddress.Of(task), task.Execution.ExecutionArn, executionRedriveCount, task.Task), cancellationToken);
        return null;
    }

    /// <summary>While one orchestration runs, its id is taken; one that begins after the end finds that out from the store.</summary>
    private async Task ScheduleAsync(MapRunInput input, CancellationToken cancellationToken)
    {
        var instanceId = input.Address.InstanceId;
        try
        {
            await clients.Current.ScheduleNewOrchestrationInstanceAsync(OrchestratorNames.MapRun, input.Text, new StartOrchestrationOptions(instanceId), cancellationToken);
        }
#pragma warning disable CA1031 // Somebody else may have been first. What that throws depends on the backend, so the instance is asked for instead.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (await clients.Current.GetInstanceAsync(instanceId, cancellationToken) is null)
            {
                throw;
            }
        }
#pragma warning restore CA1031
    }
}
