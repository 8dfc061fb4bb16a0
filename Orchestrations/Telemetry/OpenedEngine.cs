using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>The engine as observers of it know it: they exist before it is open.</summary>
public sealed class OpenedEngine
{
    private readonly TaskCompletionSource<(EmbeddedEngine? Engine, IExecutionService? Executions, StateMachineCatalog? Catalog)> opened =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The embedded engine, if it is open by now.</summary>
    public EmbeddedEngine? Now => opened.Task.IsCompletedSuccessfully ? opened.Task.Result.Engine : null;

    /// <summary>Its executions, once it is open; none if it could not be opened.</summary>
    public Task<IExecutionService?> Executions => WhenOpenAsync(parts => parts.Executions);

    /// <summary>Its machines, once it is open; none if it could not be opened.</summary>
    public Task<StateMachineCatalog?> Catalog => WhenOpenAsync(parts => parts.Catalog);

    /// <summary>Says that it is open, or, without one, that it will not be.</summary>
    public void Set(EmbeddedEngine? engine) => opened.TrySetResult((engine, engine?.Executions, engine?.Catalog));

    /// <summary>Says that another engine than the embedded one is open.</summary>
    public void Set(IExecutionService executions, StateMachineCatalog catalog) => opened.TrySetResult((null, executions, catalog));

    private async Task<T?> WhenOpenAsync<T>(Func<(EmbeddedEngine? Engine, IExecutionService? Executions, StateMachineCatalog? Catalog), T?> part)
        where T : class => part(await opened.Task);
}
