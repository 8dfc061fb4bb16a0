using TaskOrchestration.Orchestrations.MapRuns;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>The executions, for those who are there before the driver is: a driver is opened over the router, and what the router leads to uses executions itself.</summary>
public sealed class LateExecutions
{
    private readonly TaskCompletionSource<(IExecutionService Executions, IMapRunService MapRuns)> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The driver is open.</summary>
    /// <param name="executions">Its executions.</param>
    /// <param name="mapRuns">Its Map Runs; null if it runs none.</param>
    public void Open(IExecutionService executions, IMapRunService? mapRuns = null) => opened.TrySetResult((executions, mapRuns ?? new NoMapRuns(executions)));

    /// <summary>The executions, once the driver is open. Work that was interrupted goes on while it is still being opened.</summary>
    public async ValueTask<IExecutionService> GetAsync(CancellationToken cancellationToken = default) => (await opened.Task.WaitAsync(cancellationToken)).Executions;

    /// <summary>The Map Runs, once the driver is open.</summary>
    public async ValueTask<IMapRunService> GetMapRunsAsync(CancellationToken cancellationToken = default) => (await opened.Task.WaitAsync(cancellationToken)).MapRuns;
}
