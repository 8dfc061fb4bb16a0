using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Benchmarks.Durability;

/// <summary>What it costs the engine that a hundred people watch: processor time for a workflow with nobody watching, and with a hundred readers who are told of each that runs.</summary>
public sealed class LiveBenchmark : IBenchmark
{
    private const int Width = 64;
    private const int Count = 10_000;
    private const int Watchers = 100;
    private const int Rounds = 4;

    /// <inheritdoc/>
    public string Subject => "live";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        var (alone, watched) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            alone = Math.Min(alone, await MicrosecondsAsync(watchers: 0));
            watched = Math.Min(watched, await MicrosecondsAsync(Watchers));
        }

        measurements.Add("unwatched_us", alone);
        measurements.Add("watched_us", watched);
    }

    /// <summary>One workflow in a hundred is watched, by all the watchers, who are there before its first task is done; what the watching itself takes is in the figure.</summary>
    private static async Task<double> MicrosecondsAsync(int watchers)
    {
        var router = new HeldRouter();
        await using var engine = await EmbeddedEngine.OpenInMemoryAsync(router);
        var courses = new ExecutionCourses(engine.FactSource, new CourseLimits());
        var machine = await Machines.CreateAsync(engine, "orders", Workflows.FourTasks);
        await InFlight.RunAsync(Width, Count / 2, number => RunOneAsync(number, number % 100 == 0 ? watchers : 0));
        var before = Environment.CpuUsage.TotalTime;
        await InFlight.RunAsync(Width, Count, number => RunOneAsync(number, number % 100 == 0 ? watchers : 0));
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Count;

        async Task RunOneAsync(int number, int watchers)
        {
            var started = await engine.Executions.StartAsync(new StartRequest { StateMachineArn = machine, Input = Workflows.Order(number) });
            var waiting = Enumerable.Range(0, watchers).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
            var watching = Task.WhenAll(waiting.Select(isThere => WatchAsync(courses, started.ExecutionArn, isThere)));
            await Task.WhenAll(waiting.Select(isThere => isThere.Task));
            router.LetGo(started.ExecutionArn);
            await engine.Executions.WaitForEndAsync(started.ExecutionArn);
            await watching;
        }
    }

    private static async Task WatchAsync(ExecutionCourses courses, string executionArn, TaskCompletionSource isThere)
    {
        using var reader = (await courses.FindAsync(executionArn))!.Read(after: 0);
        while (true)
        {
            var read = await reader.ReadAsync(limit: 500);
            if (read.Standing is { Status: not ExecutionStatus.Running })
            {
                return;
            }

            if (read.Standing is not null)
            {
                isThere.TrySetResult();
                await reader.MoreAsync();
            }
        }
    }
}
