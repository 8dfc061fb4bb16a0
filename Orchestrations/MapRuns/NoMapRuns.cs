using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.MapRuns;

/// <summary>The Map Runs of a host that runs none.</summary>
public sealed class NoMapRuns(IExecutionService executions) : IMapRunService
{
    /// <inheritdoc/>
    public ValueTask<MapRun> DescribeAsync(string mapRunArn, CancellationToken cancellationToken = default) => throw DoesNotExist(mapRunArn);

    /// <inheritdoc/>
    public async ValueTask<Page<MapRun>> ListAsync(string executionArn, int limit, string? cursor, CancellationToken cancellationToken = default)
    {
        await executions.DescribeAsync(executionArn, cancellationToken);
        return new Page<MapRun>([], Next: null);
    }

    /// <inheritdoc/>
    public ValueTask UpdateAsync(string mapRunArn, MapRunChange change, CancellationToken cancellationToken = default) => throw DoesNotExist(mapRunArn);

    /// <inheritdoc/>
    public ValueTask<Page<ExecutionSummary>> ListChildrenAsync(
        string mapRunArn, ExecutionStatus? status, int limit, string? cursor, bool? isRedriven = null, CancellationToken cancellationToken = default) => throw DoesNotExist(mapRunArn);

    /// <inheritdoc/>
    public ValueTask<Page<ExecutionSummary>> ListPendingRedriveAsync(string mapRunArn, int limit, string? cursor, CancellationToken cancellationToken = default) => throw DoesNotExist(mapRunArn);

    private static RefusedException DoesNotExist(string mapRunArn) => new(Refusal.MapRunDoesNotExist, $"Map Run Does Not Exist: '{mapRunArn}'");
}
