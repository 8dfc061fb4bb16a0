using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Steps;

namespace TaskOrchestration.Functions.Workers;

/// <summary>Takes tasks out of the queues that nobody waits for any more and that no worker has come across.</summary>
internal sealed class WaitingTaskPurge(IWaitingLine queue, IExecutionRecords records) : IPurge
{
    private const int Portion = 1_000;

    /// <inheritdoc/>
    public string Kind => "waiting-activity-tasks";

    /// <inheritdoc/>
    public TimeSpan? Keeps => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async ValueTask<Purged> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var count = 0;
        await foreach (var task in queue.OlderAsync(before, cancellationToken))
        {
            if (!await records.IsOpenAsync(task.ExecutionArn, task.Task, cancellationToken))
            {
                await queue.RemoveAsync(task, cancellationToken);
                if (++count == Portion)
                {
                    return new Purged(count, IsMore: true);
                }
            }
        }

        return new Purged(count, IsMore: false);
    }
}
