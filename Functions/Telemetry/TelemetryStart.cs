using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TaskOrchestration.Api.Telemetry;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Functions.Telemetry;

/// <summary>Begins to collect metrics and to export traces when the host starts.</summary>
internal sealed class TelemetryStart(IServiceProvider services) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // First, so that it is closed last: what is written while the others stop is exported as well.
        services.GetRequiredService<ExportedTraces>();
        // Before the pipeline, so that they are closed after it: its last collection still asks them for their counts.
        _ = services.GetServices<IExecutionObserver>().Count();
        services.GetRequiredService<MeasurementPipeline>();
        services.GetRequiredService<TaskGauges>();
        // The observers were there before what they ask: executions are told to them.
        services.GetRequiredService<OpenedEngine>().Set(services.GetRequiredService<IExecutionService>(), services.GetRequiredService<StateMachineCatalog>());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
