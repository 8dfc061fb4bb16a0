using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>Whoever looks after an execution: stops it or what it has started now and then, and redrives it a few times.</summary>
internal sealed class Operator(Demand demand, ExecutionWorld world, Random luck)
{
    private const int MostSteps = 2_000;

    private readonly IExecutionService executions = world.Services.GetRequiredService<IExecutionService>();
    private readonly List<Task> stops = [];

    /// <summary>Sees an execution through to its last end, and all that is still under way with it.</summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="whomToStop">What to stop next, or null for nothing now.</param>
    public async Task SeeThroughAsync(string executionArn, Func<Task<string?>> whomToStop)
    {
        await LiveAsync(executionArn, whomToStop);
        for (var redrives = luck.Next(3); redrives > 0 && await TryRedriveAsync(executionArn); redrives--)
        {
            await LiveAsync(executionArn, whomToStop);
        }

        await world.Hub.RunToTheEndAsync();
        await StopsAsync();
    }

    private async Task LiveAsync(string executionArn, Func<Task<string?>> whomToStop)
    {
        for (var step = 0; await IsRunningAsync(executionArn); step++)
        {
            demand.That(step < MostSteps, $"it to end within {MostSteps} steps");
            await world.Hub.RunAsync();
            if (await whomToStop() is { } stopped)
            {
                stops.Add(executions.StopAsync(stopped, "Stopped", "by hand").AsTask());
                await world.Hub.RunAsync();
            }

            if (!await world.Hub.MoveToNextAsync() && await IsRunningAsync(executionArn))
            {
                demand.That(holds: false, $"it to go on; nothing is under way. Its facts: {string.Join("; ", await world.FactsAsync(executionArn))}");
            }
        }
    }

    private async Task<bool> IsRunningAsync(string executionArn) => (await world.FindAsync(executionArn)).Status == ExecutionStatus.Running;

    private async Task<bool> TryRedriveAsync(string executionArn)
    {
        try
        {
            await executions.RedriveAsync(executionArn);
            return true;
        }
        catch (RefusedException)
        {
            // It succeeded.
            return false;
        }
    }

    /// <summary>Whoever has asked for a stop looks now and then whether it has come about.</summary>
    private async Task StopsAsync()
    {
        var all = Task.WhenAll(stops);
        while (!all.IsCompleted)
        {
            world.Hub.Options.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await all;
    }
}
