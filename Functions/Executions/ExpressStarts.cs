using Microsoft.DurableTask;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Starts EXPRESS executions. None is on record.</summary>
internal sealed class ExpressStarts(DurableClients clients, ITaskRouter router, Observers observers, ParsedMachines machines, DurableOptions options, TimeProvider time)
{
    /// <summary>Has Durable Functions run one that nobody waits for: it is begun at least once, whatever becomes of this host.</summary>
    public async ValueTask<StartedExecution> StartAsync(StartRequest request, StateMachineRecord machine, CancellationToken cancellationToken)
    {
        var start = Birth(request, machine);
        var startedAt = Moment.Whole(time.GetUtcNow());
        await clients.Current.ScheduleNewOrchestrationInstanceAsync(
            OrchestratorNames.ExpressExecution,
            new ExpressInput(machine.Definition, start).Text,
            new StartOrchestrationOptions(InstanceIds.Of(start.ExecutionArn, redriveCount: 0)),
            cancellationToken);
        return new StartedExecution(start.ExecutionArn, startedAt);
    }

    /// <summary>Runs one to its end, here and now.</summary>
    public async ValueTask<ExecutionDescription> RunAsync(StartRequest request, StateMachineRecord machine, CancellationToken cancellationToken)
    {
        var start = Birth(request, machine);
        var observed = observers.IsEmpty ? null : observers.Of(start);
        var ended = await InMemoryRun.RunInRealTimeAsync(machines.Of(machine), start, router, time, observed: observed, cancellationToken: CancellationToken.None).WaitAsync(cancellationToken);
        return Descriptions.Of(ended) with
        {
            RedriveStatus = RedriveStatus.NotRedrivable,
            RedriveStatusReason = "EXPRESS executions cannot be redriven",
        };
    }

    private ExecutionStart Birth(StartRequest request, StateMachineRecord machine)
    {
        var name = request.Name ?? Births.RandomName();
        return Births.Start(request, machine, ArnScheme.Express(machine.Arn, name, Guid.NewGuid()), name, options.ExpressLimits);
    }
}
