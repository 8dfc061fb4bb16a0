using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Engine.MapRuns;

/// <summary>EXPRESS children: in memory only. One that a crash interrupts begins anew.</summary>
internal sealed class ExpressChildRuns(ExpressRuns express, ChildBirths births) : IChildRuns
{
    private readonly ConcurrentDictionary<long, InMemoryRun> running = [];

    /// <inheritdoc/>
    public async Task<ChildEnd> RunAsync(MapRunChild child, bool mayBeKnown)
    {
        var ended = await express.RunAsync(births.Start(child), births.Machine, run => running[child.Index] = run);
        running.TryRemove(child.Index, out _);
        if (ended.Status == ExecutionStatus.Aborted && express.IsStopped)
        {
            // Cut off by the engine's own end, which is none of the child's: it begins anew at the next start.
            throw Unavailability.OnPurpose();
        }

        return new ChildEnd
        {
            Index = child.Index,
            Status = ended.Status,
            Output = ended.Output,
            Failure = ended.Failure,
            StartedAt = ended.StartedAt,
            StoppedAt = ended.StoppedAt ?? ended.StartedAt,
            RedriveCount = child.IsToRedrive ? child.RedriveCount + 1 : child.RedriveCount,
        };
    }

    /// <inheritdoc/>
    public void Stop(long index)
    {
        if (running.TryGetValue(index, out var run))
        {
            run.Stop(new Failure(Error: null, Cause: null));
        }
    }
}
