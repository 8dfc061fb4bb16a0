namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>The executions, for those who are there before the driver is: a driver is opened over the router, and what the router leads to uses executions itself.</summary>
public sealed class LateExecutions
{
    private readonly TaskCompletionSource<IExecutionService> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The driver is open.</summary>
    public void Open(IExecutionService executions) => opened.TrySetResult(executions);

    /// <summary>The executions, once the driver is open. Work that was interrupted goes on while it is still being opened.</summary>
    public ValueTask<IExecutionService> GetAsync(CancellationToken cancellationToken = default) =>
        opened.Task.IsCompletedSuccessfully ? ValueTask.FromResult(opened.Task.Result) : new(opened.Task.WaitAsync(cancellationToken));
}
