using System.Diagnostics;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>EXPRESS workflows of four tasks, 64 in flight.</summary>
public sealed class ExpressBenchmark : IBenchmark
{
    private const int Width = 64;
    private const int Count = 200_000;

    /// <inheritdoc/>
    public string Subject => "express";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        await using var engine = await EmbeddedEngine.OpenInMemoryAsync(new InstantRouter());
        var machine = await Machines.CreateAsync(engine, "express", Workflows.FourTasks, StateMachineType.Express);
        var request = new StartRequest { StateMachineArn = machine, Input = Workflows.Order(1) };

        await InFlight.RunAsync(Width, Count / 2, RunOneAsync);
        var watch = Stopwatch.StartNew();
        await InFlight.RunAsync(Width, Count, RunOneAsync);
        measurements.Add("express_workflows_per_s", Count / watch.Elapsed.TotalSeconds);

        async Task RunOneAsync(int number) => await engine.Executions.StartSyncAsync(request, cancellationToken);
    }
}
