using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>Accepts every task and leaves it waiting for a callback.</summary>
internal sealed class NeverRouter : ITaskRouter
{
    public ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult<TaskOutcome>(new TaskOutcome.Submitted(JsonObject.Empty));
}
