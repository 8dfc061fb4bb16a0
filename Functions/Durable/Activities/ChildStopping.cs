using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Durable.Activities;

/// <summary>Stops executions whose parents have given up waiting.</summary>
public sealed class ChildStopping(LateExecutions executions, IExecutionRecords records)
{
    /// <summary>Stops one, and comes back when it has ended.</summary>
    /// <exception cref="InvalidOperationException">It runs still: it may not have heard of it, so it is to be told again.</exception>
    public async Task StopAsync(StopInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var service = await executions.GetAsync(cancellationToken);
        try
        {
            await service.StopAsync(input.Child, error: null, $"{input.Parent} does not wait for it any more.", cancellationToken);
        }
        catch (RefusedException e) when (e.Refusal == Refusal.ExecutionDoesNotExist)
        {
            return;
        }

        if (await records.FindAsync(input.Child, cancellationToken) is { Status: ExecutionStatus.Running })
        {
            throw new InvalidOperationException($"expected {input.Child} to have ended, found it running");
        }
    }
}
