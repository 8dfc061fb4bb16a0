using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Engine.MapRuns;

/// <summary>A router in front of the host's: Map Runs are the engine's own task.</summary>
internal sealed class EngineRouter(ITaskRouter router) : ITaskRouter
{
    /// <summary>Who drives Map Runs; set before the engine starts.</summary>
    public MapRunTasks? MapRuns { get; set; }

    /// <inheritdoc/>
    public ValueTask<TaskOutcome> InvokeAsync(TaskCall call, CancellationToken cancellationToken) => call.Request.Resource is TaskResource.MapRun && MapRuns is { } mapRuns
        ? new ValueTask<TaskOutcome>(mapRuns.RunAsync(call, cancellationToken))
        : router.InvokeAsync(call, cancellationToken);
}
