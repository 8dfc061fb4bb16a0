using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>What it costs that someone is told of executions: processor time for a workflow, on a journal in memory, so that neither disk nor neighbours count.</summary>
public sealed class ObserverBenchmark : IBenchmark
{
    private const int Width = 64;
    private const int Count = 20_000;

    /// <inheritdoc/>
    public string Subject => "observers";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        measurements.Add("unobserved_us", await MicrosecondsAsync([]));
        measurements.Add("observed_us", await MicrosecondsAsync([new Silent(WantsHistory: false)]));
        measurements.Add("observed_with_history_us", await MicrosecondsAsync([new Silent(WantsHistory: true)]));
    }

    private static async Task<double> MicrosecondsAsync(IReadOnlyList<IExecutionObserver> observers)
    {
        await using var engine = await EmbeddedEngine.OpenInMemoryAsync(new InstantRouter(), new EngineOptions { Observers = observers });
        var machine = await Machines.CreateAsync(engine, "orders", Workflows.FourTasks);
        await InFlight.RunAsync(Width, Count / 2, RunOneAsync);
        var before = Environment.CpuUsage.TotalTime;
        await InFlight.RunAsync(Width, Count, RunOneAsync);
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Count;

        async Task RunOneAsync(int number)
        {
            var started = await engine.Executions.StartAsync(new StartRequest { StateMachineArn = machine, Input = Workflows.Order(number) });
            await engine.Executions.WaitForEndAsync(started.ExecutionArn);
        }
    }

    private sealed record Silent(bool WantsHistory) : IExecutionObserver
    {
        bool IExecutionObserver.WantsHistory(ExecutionStart start) => WantsHistory;

        public void Observe(ExecutionObservation observation)
        {
        }
    }
}
