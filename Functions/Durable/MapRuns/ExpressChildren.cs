using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.MapRuns;

/// <summary>EXPRESS children of Map Runs: each is run by one activity, in memory, which the Map Run's orchestration calls. One that a crash interrupts begins anew.</summary>
public sealed class ExpressChildren(
    IMapRunStore store, IExecutionRecords records, ParsedMachines machines, ITaskRouter router, Observers observers, TimeProvider time) : IMapRunChildren
{
    /// <summary>Runs a child to its end.</summary>
    /// <returns>Its end as JSON; null where it has ended before.</returns>
    public async Task<JsonObject?> RunAsync(ExpressChildInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (await store.FindAsync(input.MapRun.Address.MapRunArn, cancellationToken) is not { } run
            || await records.FindAsync(input.MapRun.ExecutionArn, cancellationToken) is not { } parent
            || await store.ReadAsync(run.Arn, ChildFilter.Begun, input.Index, limit: 1, cancellationToken) is not [var child]
            || child.Index != input.Index)
        {
            return null;
        }

        var scene = await MapRunScene.OfAsync(run, input.MapRun, parent, machines, cancellationToken);
        var start = scene.StartOf(child);
        var ended = await InMemoryRun.RunInRealTimeAsync(
            scene.Machine, start, router, time, observed: observers.IsEmpty ? null : observers.Of(start), cancellationToken: cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return ChildEndCodec.ToJson(EndOf(child, ended));
    }

    /// <summary>Running them is the orchestration's business. One that is to stop counts as stopped: nobody can reach it any more, and in five minutes it is over.</summary>
    Task<IReadOnlyList<ChildEnd>> IMapRunChildren.SeeToAsync(MapRunScene scene, IEnumerable<MapRunChild> children, bool isStopping, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChildEnd>>(isStopping ? [.. children.Select(StoppedNow)] : []);

    private static ChildEnd EndOf(MapRunChild child, Execution ended) => new()
    {
        Index = child.Index,
        Status = ended.Status,
        Output = ended.Output,
        Failure = ended.Failure,
        StartedAt = ended.StartedAt,
        StoppedAt = ended.StoppedAt ?? ended.StartedAt,
        RedriveCount = RedriveCountOf(child),
    };

    private ChildEnd StoppedNow(MapRunChild child)
    {
        var now = Moment.Whole(time.GetUtcNow());
        return new ChildEnd { Index = child.Index, Status = ExecutionStatus.Aborted, StartedAt = now, StoppedAt = now, RedriveCount = RedriveCountOf(child) };
    }

    private static int RedriveCountOf(MapRunChild child) => child.IsToRedrive ? child.RedriveCount + 1 : child.RedriveCount;
}
