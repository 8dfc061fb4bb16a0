using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>What one can do with Map Runs, whatever driver runs them. Every method may throw a <see cref="RefusedException"/>.</summary>
public interface IMapRunService
{
    /// <summary>A Map Run as it stands.</summary>
    ValueTask<MapRun> DescribeAsync(string mapRunArn, CancellationToken cancellationToken = default);

    /// <summary>The Map Runs of an execution, newest first.</summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">Where an earlier page ended, or null to begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<MapRun>> ListAsync(string executionArn, int limit, string? cursor, CancellationToken cancellationToken = default);

    /// <summary>Changes a Map Run while it runs. What runs already goes on; a bound that is passed by now cuts it short.</summary>
    /// <exception cref="RefusedException"><see cref="Refusal.MapRunHasEnded"/>.</exception>
    ValueTask UpdateAsync(string mapRunArn, MapRunChange change, CancellationToken cancellationToken = default);

    /// <summary>The child executions of a Map Run, newest first. EXPRESS ones cannot be listed.</summary>
    /// <param name="mapRunArn">The Map Run.</param>
    /// <param name="status">Only those that stand so, or null for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">Where an earlier page ended, or null to begin.</param>
    /// <param name="isRedriven">Only those that have been redriven, only those that have not, or null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<ExecutionSummary>> ListChildrenAsync(
        string mapRunArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven = null, CancellationToken cancellationToken = default);

    /// <summary>The child executions of a Map Run that wait to be redriven with it, in the order of their items.</summary>
    /// <param name="mapRunArn">The Map Run.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">Where an earlier page ended, or null to begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Page<ExecutionSummary>> ListPendingRedriveAsync(string mapRunArn, int limit, string? cursor, CancellationToken cancellationToken = default);
}
