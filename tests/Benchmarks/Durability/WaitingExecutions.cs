using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>Fills an engine with executions that wait for a callback.</summary>
internal static class WaitingExecutions
{
    public const int Count = 10_000;

    /// <summary>Starts them, and returns when all of them wait.</summary>
    public static async Task StartAsync(EmbeddedEngine engine)
    {
        var machine = await Machines.CreateAsync(engine, "waiting", Workflows.Callback);
        await InFlight.RunAsync(width: 64, Count, async number =>
            await engine.Executions.StartAsync(new StartRequest { StateMachineArn = machine, Input = Workflows.Order(number) }));

        // Each has two facts when it waits: its start, and that the service has accepted the task.
        while (engine.Facts < 2 * Count)
        {
            await Task.Delay(5);
        }
    }
}
