using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

/// <summary>A store of Map Runs that is in trouble when a test says so.</summary>
/// <param name="store">Keeps them.</param>
/// <param name="isInTrouble">Whether the call of this name fails now.</param>
internal sealed class FailingMapRunStore(IMapRunStore store, Func<string, bool> isInTrouble) : IMapRunStore
{
    public ValueTask<MapRun> AddAsync(MapRun run, CancellationToken cancellationToken = default) => Checked(nameof(AddAsync)).AddAsync(run, cancellationToken);

    public ValueTask<MapRun?> FindAsync(string mapRunArn, CancellationToken cancellationToken = default) => store.FindAsync(mapRunArn, cancellationToken);

    public ValueTask<MapRun> PlanAsync(string mapRunArn, IReadOnlyList<ChildInput> children, bool isComplete, CancellationToken cancellationToken = default) =>
        Checked(nameof(PlanAsync)).PlanAsync(mapRunArn, children, isComplete, cancellationToken);

    public ValueTask<MapRunTurn> AdvanceAsync(string mapRunArn, IReadOnlyList<ChildEnd> ended, int bound, CancellationToken cancellationToken = default) =>
        Checked(nameof(AdvanceAsync)).AdvanceAsync(mapRunArn, ended, bound, cancellationToken);

    public ValueTask<IReadOnlyList<MapRunChild>> ReadAsync(string mapRunArn, ChildFilter filter, long from, int limit, CancellationToken cancellationToken = default) =>
        Checked(nameof(ReadAsync)).ReadAsync(mapRunArn, filter, from, limit, cancellationToken);

    public ValueTask<MapRun> EndAsync(string mapRunArn, MapRunEnd end, CancellationToken cancellationToken = default) => Checked(nameof(EndAsync)).EndAsync(mapRunArn, end, cancellationToken);

    public ValueTask<MapRun> RedriveAsync(string mapRunArn, int redriveCount, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        Checked(nameof(RedriveAsync)).RedriveAsync(mapRunArn, redriveCount, at, cancellationToken);

    public ValueTask<MapRun?> UpdateAsync(string mapRunArn, MapRunChange change, CancellationToken cancellationToken = default) => store.UpdateAsync(mapRunArn, change, cancellationToken);

    public ValueTask<IReadOnlyList<MapRun>> ListAsync(string executionArn, string? after, int limit, CancellationToken cancellationToken = default) =>
        store.ListAsync(executionArn, after, limit, cancellationToken);

    public ValueTask<IReadOnlyList<MapRun>> ListRunningAsync(CancellationToken cancellationToken = default) => store.ListRunningAsync(cancellationToken);

    public ValueTask ForgetChildrenAsync(string mapRunArn, CancellationToken cancellationToken = default) => Checked(nameof(ForgetChildrenAsync)).ForgetChildrenAsync(mapRunArn, cancellationToken);

    public ValueTask<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken = default) => store.PurgeAsync(endedBefore, limit, cancellationToken);

    private IMapRunStore Checked(string call) => isInTrouble(call) ? throw new InvalidOperationException("disk I/O error") : store;
}
