namespace TaskOrchestration.Functions.Executions;

/// <summary>Makes up for what a crash kept from being handed to Durable Functions. To be called every minute or so, by a function that has left its client.</summary>
public sealed class ExecutionSweeper
{
    private readonly ExecutionHandover handover;

    internal ExecutionSweeper(ExecutionHandover handover) => this.handover = handover;

    /// <summary>Goes through all executions once.</summary>
    /// <returns>How much there was to make up for.</returns>
    public ValueTask<int> SweepAsync(CancellationToken cancellationToken = default) => handover.RepairAsync(executionArn: null, cancellationToken);
}
