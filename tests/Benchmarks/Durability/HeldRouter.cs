using System.Collections.Concurrent;
using TaskOrchestration.Orchestrations.Resources;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>Does every task at once and hands its input back, but none of an execution before somebody has let it go on.</summary>
internal sealed class HeldRouter : ITaskRouter
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> held = new();

    public async ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken)
    {
        await GateOf(call.Execution.ExecutionArn).Task.WaitAsync(cancellationToken);
        return new TaskOutcome.Succeeded(call.Request.Input);
    }

    /// <summary>Lets an execution go on.</summary>
    public void LetGo(string executionArn) => GateOf(executionArn).TrySetResult();

    private TaskCompletionSource GateOf(string executionArn) => held.GetOrAdd(executionArn, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
