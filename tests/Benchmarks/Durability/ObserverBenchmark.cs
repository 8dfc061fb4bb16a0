using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>What it costs that someone is told of executions: processor time for a workflow, on a journal in memory, so that neither disk nor neighbours count.</summary>
public sealed class ObserverBenchmark : IBenchmark
{
    private const int Width = 64;
    private const int Count = 20_000;
    private const int Rounds = 4;

    /// <inheritdoc/>
    public string Subject => "observers";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        var (unobserved, observed, withHistory) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            // In turns, for the first rounds are run by code that is not yet optimised.
            unobserved = Math.Min(unobserved, await MicrosecondsAsync([]));
            observed = Math.Min(observed, await MicrosecondsAsync([new Silent(WantsHistory: false)]));
            withHistory = Math.Min(withHistory, await MicrosecondsAsync([new Silent(WantsHistory: true)]));
        }

        measurements.Add("unobserved_us", unobserved);
        measurements.Add("observed_us", observed);
        measurements.Add("observed_with_history_us", withHistory);
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
