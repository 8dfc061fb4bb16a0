using TaskOrchestration.Orchestrations.Resources;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>Does every task at once and hands its input back, so that what is measured is the engine.</summary>
internal sealed class InstantRouter : ITaskRouter
{
    public ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult<TaskOutcome>(new TaskOutcome.Succeeded(call.Request.Input));
}
