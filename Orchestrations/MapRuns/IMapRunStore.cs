using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>Keeps Map Runs and what became of their children.</summary>
/// <remarks>
/// What a method has answered is durable. One host at a time works on a Map Run, but it may begin anew at any point after a crash: whatever is told twice
/// counts once. <see cref="UpdateAsync"/> may come in between from anywhere.
/// </remarks>
public interface IMapRunStore
{
    /// <summary>Keeps a new Map Run.</summary>
    /// <returns>It, or the one of that ARN as it stands.</returns>
    ValueTask<MapRun> AddAsync(MapRun run, CancellationToken cancellationToken = default);

    /// <summary>The Map Run of that ARN, or null.</summary>
    ValueTask<MapRun?> FindAsync(string mapRunArn, CancellationToken cancellationToken = default);

    /// <summary>Adds children that are to come, in their order. Those that are known are passed over, and all are once the Map Run has ended.</summary>
    /// <param name="mapRunArn">The Map Run.</param>
    /// <param name="children">The children.</param>
    /// <param name="isComplete">Whether they are the last.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The Map Run as it stands then.</returns>
    ValueTask<MapRun> PlanAsync(string mapRunArn, IReadOnlyList<ChildInput> children, bool isComplete, CancellationToken cancellationToken = default);

    /// <summary>Takes down which children have ended, and then lets as many begin as <see cref="MapRun.Room"/> says, in their order; all or nothing.</summary>
    /// <param name="mapRunArn">The Map Run.</param>
    /// <param name="ended">Children that were begun. One that has ended already is passed over, and all are once the Map Run has ended.</param>
    /// <param name="bound">How many may run at once at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<MapRunTurn> AdvanceAsync(string mapRunArn, IReadOnlyList<ChildEnd> ended, int bound, CancellationToken cancellationToken = default);

    /// <summary>Some children in their order.</summary>
    /// <param name="mapRunArn">The Map Run.</param>
    /// <param name="filter">Which.</param>
    /// <param name="from">Only those from that number on.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<MapRunChild>> ReadAsync(string mapRunArn, ChildFilter filter, long from, int limit, CancellationToken cancellationToken = default);

    /// <summary>Ends a Map Run that runs. One that has ended already stays as it is.</summary>
    /// <returns>The Map Run as it stands then.</returns>
    ValueTask<MapRun> EndAsync(string mapRunArn, MapRunEnd end, CancellationToken cancellationToken = default);

    /// <summary>Has a Map Run that has ended go on with what did not succeed. Nothing happens if it has been redriven so often already, or has succeeded.</summary>
    /// <remarks>
    /// One that has succeeded can be asked for again: its execution was stopped before it heard of that. Nothing is left to do then, children that failed were tolerated, and all of
    /// them may be forgotten; what it yielded stands.
    /// </remarks>
    /// <param name="mapRunArn">The Map Run.</param>
    /// <param name="redriveCount">How often it has been redriven, this time included.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The Map Run as it stands then.</returns>
    ValueTask<MapRun> RedriveAsync(string mapRunArn, int redriveCount, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Changes a Map Run that runs.</summary>
    /// <returns>The Map Run as it stands then; changed, unless it has ended. Null if there is none of that ARN.</returns>
    ValueTask<MapRun?> UpdateAsync(string mapRunArn, MapRunChange change, CancellationToken cancellationToken = default);

    /// <summary>The Map Runs of an execution, newest first.</summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="after">The ARN of the one that the page before ended with, or null to begin.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<MapRun>> ListAsync(string executionArn, string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>All Map Runs that run.</summary>
    ValueTask<IReadOnlyList<MapRun>> ListRunningAsync(CancellationToken cancellationToken = default);

    /// <summary>Forgets the children of a Map Run that has succeeded: nothing will ask for them any more. The Map Run itself stays.</summary>
    ValueTask ForgetChildrenAsync(string mapRunArn, CancellationToken cancellationToken = default);

    /// <summary>Deletes Map Runs that ended before a moment, with their children.</summary>
    /// <returns>How many were deleted: fewer than <paramref name="limit"/> when none is left.</returns>
    ValueTask<int> PurgeAsync(DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken = default);
}
