using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Whether there are as many open executions as there may be. It goes by the last count, so it is late in both directions; a start costs nothing for it.</summary>
internal sealed class OpenExecutions(IExecutionRecords records, AccountQuotas quotas, TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private DateTimeOffset lookedAt = DateTimeOffset.MinValue;
    private long open;

    /// <summary>Why no more may be started, or null.</summary>
    public async ValueTask<RefusedException?> WhyNoMoreAsync(CancellationToken cancellationToken)
    {
        if (IsDue())
        {
            Volatile.Write(ref open, await records.OpenAsLastCountedAsync(cancellationToken));
        }

        return Volatile.Read(ref open) < quotas.OpenExecutions
            ? null
            : new RefusedException(Refusal.OpenExecutionLimitExceeded, $"Execution Limit Exceeded: 'There are {quotas.OpenExecutions} open executions, and no more may be'");
    }

    /// <summary>One looks; the others go by what is known meanwhile.</summary>
    private bool IsDue()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now - lookedAt < GoodFor)
            {
                return false;
            }

            lookedAt = now;
            return true;
        }
    }
}
