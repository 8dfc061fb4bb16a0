using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>The engine as observers of it know it: they exist before it is open.</summary>
public sealed class OpenedEngine
{
    private readonly TaskCompletionSource<EmbeddedEngine?> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The engine, if it is open by now.</summary>
    public EmbeddedEngine? Now => opened.Task.IsCompletedSuccessfully ? opened.Task.Result : null;

    /// <summary>Its executions, once it is open; none if it could not be opened.</summary>
    public Task<IExecutionService?> Executions => WhenOpenAsync(engine => engine.Executions);

    /// <summary>Its machines, once it is open; none if it could not be opened.</summary>
    public Task<StateMachineCatalog?> Catalog => WhenOpenAsync(engine => engine.Catalog);

    /// <summary>Says that it is open, or, without one, that it will not be.</summary>
    public void Set(EmbeddedEngine? engine) => opened.TrySetResult(engine);

    private async Task<T?> WhenOpenAsync<T>(Func<EmbeddedEngine, T> part)
        where T : class => await opened.Task is { } engine ? part(engine) : null;
}
