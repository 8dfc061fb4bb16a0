using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Durable.Payloads;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Steps;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Forgets executions that ended long ago, with what Durable Functions and the store of payloads keep of them.</summary>
internal sealed class ExecutionRetention(IExecutionRecords records, IMapRunStore mapRuns, IPayloads payloads, DurableClients clients, DurableOptions options) : IPurge
{
    private const int Portion = 100;

    /// <inheritdoc/>
    public string Kind => "executions";

    /// <inheritdoc/>
    public TimeSpan? Keeps => options.Retention;

    /// <inheritdoc/>
    public async ValueTask<Purged> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        var count = await records.PurgeAsync(before, Portion, ForgetAsync, cancellationToken);
        return new Purged(count, IsMore: count == Portion);
    }

    /// <summary>Each redrive was another orchestration. One that is not there any more is no error.</summary>
    private async ValueTask ForgetAsync(ExecutionRecord record, CancellationToken cancellationToken)
    {
        for (var redriveCount = 0; redriveCount <= record.RedriveCount; redriveCount++)
        {
            var instance = InstanceIds.Of(record.Start.ExecutionArn, redriveCount);
            await payloads.DeleteAllAsync(instance, cancellationToken);
            await clients.Current.PurgeInstanceAsync(instance, cancellation: cancellationToken);
        }

        await ForgetMapRunsAsync(record.Start.ExecutionArn, cancellationToken);
    }

    private async ValueTask ForgetMapRunsAsync(string executionArn, CancellationToken cancellationToken)
    {
        string? after = null;
        while (await mapRuns.ListAsync(executionArn, after, Portion, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var run in page)
            {
                for (var redriveCount = 0; redriveCount <= run.RedriveCount; redriveCount++)
                {
                    await clients.Current.PurgeInstanceAsync(new MapRunAddress(run.Arn, redriveCount).InstanceId, cancellation: cancellationToken);
                }
            }

            after = page[^1].Arn;
        }
    }
}
