using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Redrives executions: a new orchestration goes on from what the facts make of the execution.</summary>
internal sealed class ExecutionRedrives(IExecutionRecords records, RecordedExecutions recorded, RecordedFacts facts, ExecutionHandover handover, TimeProvider time)
{
    /// <summary>See <see cref="IExecutionService.RedriveAsync"/>.</summary>
    public async ValueTask<DateTimeOffset> RedriveAsync(string executionArn, string? clientToken, CancellationToken cancellationToken)
    {
        RefuseChild(await recorded.FindAsync(executionArn, cancellationToken));
        return await RedriveAnyAsync(executionArn, clientToken, cancellationToken);
    }

    /// <summary>Redrives an execution, or a child together with its Map Run.</summary>
    public async ValueTask<DateTimeOffset> RedriveAnyAsync(string executionArn, string? clientToken, CancellationToken cancellationToken)
    {
        while (true)
        {
            var record = await recorded.FindAsync(executionArn, cancellationToken);
            var now = Moment.Whole(time.GetUtcNow());
            if (await AnsweredAsync(record, clientToken, now, cancellationToken) is { } answered)
            {
                return answered;
            }

            var at = Moment.Later(now, record.StopDate ?? now);
            if (await recorded.RedriveObstacleAsync(record, at, cancellationToken) is { } obstacle)
            {
                throw new RefusedException(Refusal.ExecutionNotRedrivable, $"Execution Not Redrivable: '{obstacle}'");
            }

            var (state, count) = await facts.ReadUpToRedriveAsync(record, cancellationToken);
            var redriven = new Fact.Redriven(at, clientToken);
            if (await records.TryRedriveAsync(record, redriven, count, record.Chain, cancellationToken) is { } again)
            {
                state.Apply(redriven, []);
                await handover.TryRedriveAsync(again, state, count + 1, cancellationToken);
                return at;
            }

            // Somebody else redrove it, or it was purged, in this very moment: what stands now decides.
        }
    }

    private static void RefuseChild(ExecutionRecord record)
    {
        if (record.Child is { } child)
        {
            throw new RefusedException(Refusal.ExecutionNotRedrivable, $"Execution Not Redrivable: 'It is a child of the Map Run {child.MapRunArn} and is redriven with the execution of that'");
        }
    }

    /// <summary>What the same wish was answered before, or null.</summary>
    private async ValueTask<DateTimeOffset?> AnsweredAsync(ExecutionRecord record, string? clientToken, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (clientToken is null || record.RedriveCount == 0)
        {
            return null;
        }

        var (state, _) = await facts.ReadUpToRedriveAsync(record, cancellationToken);
        return state.RedrivenUnder(clientToken, now);
    }
}
