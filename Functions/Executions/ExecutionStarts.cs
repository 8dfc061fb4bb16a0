using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Starts STANDARD executions: on record first, then in the hands of Durable Functions.</summary>
internal sealed class ExecutionStarts(
    IExecutionRecords records, ExecutionHandover handover, OpenExecutions open, DurableClients clients, DurableOptions options, TimeProvider time)
{
    /// <summary>See <see cref="IExecutionService.StartAsync"/>.</summary>
    public async ValueTask<StartedExecution> StartAsync(StartRequest request, StateMachineRecord machine, CancellationToken cancellationToken)
    {
        // Before anything is on record: while nobody can hand it over, the start is refused.
        _ = clients.Current;
        var name = request.Name ?? Births.RandomName();
        var record = new ExecutionRecord
        {
            Start = Births.Start(request, machine, ArnScheme.Execution(machine.Arn, name), name, options.StandardLimits),
            Revision = machine.Revision,
            StartDate = Moment.Whole(time.GetUtcNow()),
        };
        if (await open.WhyNoMoreAsync(cancellationToken) is { } refused && await records.FindAsync(record.Start.ExecutionArn, cancellationToken) is null)
        {
            throw refused;
        }

        if (await records.TryAddAsync(record, cancellationToken) is not { } added)
        {
            return await FindAsync(record.Start, cancellationToken);
        }

        await handover.TryStartAsync(added, machine.Definition, cancellationToken);
        return new StartedExecution(added.Start.ExecutionArn, added.StartDate);
    }

    private async ValueTask<StartedExecution> FindAsync(ExecutionStart wish, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(wish.ExecutionArn, cancellationToken) is not { Status: ExecutionStatus.Running } known || !known.Start.IsSameWish(wish))
        {
            throw new RefusedException(Refusal.ExecutionAlreadyExists, $"Execution Already Exists: '{wish.ExecutionArn}'");
        }

        await handover.RepairAsync(wish.ExecutionArn, cancellationToken);
        return new StartedExecution(known.Start.ExecutionArn, known.StartDate);
    }
}
