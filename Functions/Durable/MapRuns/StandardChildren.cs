using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Durable.MapRuns;

/// <summary>STANDARD children of Map Runs: executions like all others.</summary>
internal sealed class StandardChildren(
    IExecutionRecords records, IStateMachineStore machines, ExecutionHandover handover, ExecutionRedrives redrives, DurableClients clients, TimeProvider time, ILogger<StandardChildren> logger)
    : IMapRunChildren
{
    /// <summary>So many are seen to at once.</summary>
    private const int Portion = 32;

    private static readonly Failure Stopped = new(Error: null, Cause: null);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChildEnd>> SeeToAsync(MapRunScene scene, IEnumerable<MapRunChild> children, bool isStopping, CancellationToken cancellationToken)
    {
        List<ChildEnd> ended = [];
        foreach (var portion in children.Chunk(Portion))
        {
            var seen = await Task.WhenAll(portion.Select(child => isStopping ? StopAsync(scene, child, cancellationToken) : GoOnAsync(scene, child, cancellationToken)));
            ended.AddRange(seen.OfType<ChildEnd>());
        }

        return ended;
    }

    /// <summary>Begins a child, unless it has been begun, or redrives it, unless it has been.</summary>
    /// <returns>How it has ended, if it has.</returns>
    private async Task<ChildEnd?> GoOnAsync(MapRunScene scene, MapRunChild child, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(scene.ArnOf(child), cancellationToken) is not { } known)
        {
            await BeginAsync(scene, child, cancellationToken);
            return null;
        }

        if (known.Status == ExecutionStatus.Running)
        {
            return null;
        }

        // An end that was known before the Map Run was redriven is not the one that is waited for now.
        var isOldEnd = child.IsToRedrive && known.RedriveCount == child.RedriveCount && known.Status != ExecutionStatus.Succeeded;
        return isOldEnd && await TryRedriveAsync(known, cancellationToken) ? null : EndOf(child, known);
    }

    private async Task BeginAsync(MapRunScene scene, MapRunChild child, CancellationToken cancellationToken)
    {
        if (await records.TryAddAsync(scene.RecordOf(child, Moment.Whole(time.GetUtcNow())), cancellationToken) is { } added)
        {
            var machine = await machines.FindRevisionAsync(scene.Revision, cancellationToken)
                ?? throw new InvalidOperationException($"expected revision {scene.Revision} of the machine of {scene.Run.Arn}, found none");
            await handover.TryStartAsync(added, machine.Definition, cancellationToken);
        }
    }

    /// <summary>Has a child that did not succeed go on. One that may not be redriven any more stays as it ended.</summary>
    private async Task<bool> TryRedriveAsync(ExecutionRecord child, CancellationToken cancellationToken)
    {
        try
        {
            await redrives.RedriveAnyAsync(child.Start.ExecutionArn, clientToken: null, cancellationToken);
            return true;
        }
        catch (RefusedException e) when (e.Refusal == Refusal.ExecutionNotRedrivable)
        {
            return false;
        }
    }

    /// <summary>Tells a child to stop. One that nobody has begun never will be.</summary>
    /// <returns>How it has ended, if it has.</returns>
    private async Task<ChildEnd?> StopAsync(MapRunScene scene, MapRunChild child, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(scene.ArnOf(child), cancellationToken) is not { } known)
        {
            var now = Moment.Whole(time.GetUtcNow());
            return new ChildEnd { Index = child.Index, Status = ExecutionStatus.Aborted, StartedAt = now, StoppedAt = now, RedriveCount = child.RedriveCount };
        }

        if (known.Status != ExecutionStatus.Running)
        {
            return EndOf(child, known);
        }

        try
        {
            await clients.Current.RaiseEventAsync(known.InstanceId, Signal.EventName, Signal.Of(new Fact.Stopped(time.GetUtcNow(), Stopped)).Text, cancellationToken);
        }
#pragma warning disable CA1031 // The client says in many ways that there is no such orchestration: it has just ended, or is not there yet. It is told again.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation(e, "{Child} could not be told to stop; it is looked at again", known.Start.ExecutionArn);
        }
#pragma warning restore CA1031

        return null;
    }

    private ChildEnd EndOf(MapRunChild child, ExecutionRecord ended) => new()
    {
        Index = child.Index,
        Status = ended.Status,
        Output = ended.Output,
        Failure = ended.Failure,
        StartedAt = ended.StartDate,
        StoppedAt = ended.StopDate ?? ended.StartDate,
        RedriveCount = ended.RedriveCount,
        RedriveObstacle = ended.Status == ExecutionStatus.Succeeded
            ? null
            : RedriveRules.WhyNot(ended.Status, ended.StartDate, ended.StopDate, ended.RedriveCount, ended.EventCount, ended.Start.Limits, time.GetUtcNow()),
    };
}
