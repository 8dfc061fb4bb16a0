using System.Globalization;
using TaskOrchestration.Benchmarks.Durability;
using TaskOrchestration.Cli.Client;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.Benchmarks.Load;

/// <summary>
/// The endpoint under the load of 64 connections that start executions and describe them, without and with signatures, and of far more than it can serve;
/// beside it, the same load on a server that does nothing. Servers and load share the machine, each in a process of its own.
/// </summary>
public sealed class EndpointBenchmark : IBenchmark
{
    private const int Width = 64;

    /// <summary>So many connections ask for more at once than is ever taken on.</summary>
    private const int Crowd = 1_024;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("TASKORCH_LOAD_SECONDS") ?? "60", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public string Subject => "endpoint";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        await MeasureBareAsync(measurements, cancellationToken);
        await MeasureAsync(measurements, "anonymous", data => ServerProcess.StartAsync(data), cancellationToken);
        await MeasureAsync(measurements, "signed", data => ServerProcess.StartGuardedAsync(data), cancellationToken);
    }

    private static async Task MeasureBareAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        using var constant = await ConstantServer.StartAsync(cancellationToken);
        await constant.Server.LoadAsync(Width, WarmUp, cancellationToken);
        Add(measurements, "bare", await constant.Server.LoadAsync(Width, Duration / 4, cancellationToken));
    }

    private static async Task MeasureAsync(Measurements measurements, string mode, Func<string, Task<ServerProcess>> start, CancellationToken cancellationToken)
    {
        using var folder = new BenchFolder();
        // What one caller may ask for is a setting, not what the server can do.
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "appsettings.json"), """{"Throttling":{"Enabled":false}}""", cancellationToken);
        using var process = await start(folder.Path);
        var machine = await process.Client.CreateStateMachineAsync("load", LoadedServer.PassAndWait, cancellationToken: cancellationToken);
        var server = new LoadedServer(process.Endpoint, process.FirstKey, machine, () => process.ProcessorTime);
        var warmUp = await server.LoadAsync(Width, WarmUp, cancellationToken);
        var load = await server.LoadAsync(Width, Duration, cancellationToken);
        Add(measurements, mode, load);
        measurements.Add($"endpoint_{mode}_errors", load.Errors);
        measurements.Add($"endpoint_{mode}_throttled", load.Refusals.Count);
        measurements.Add($"endpoint_{mode}_mb", process.PeakMemory / 1048576.0);
        measurements.Add($"endpoint_{mode}_unfinished", await UnfinishedAsync(process.Client, machine, [.. warmUp.Accepted, .. load.Accepted], cancellationToken));

        var crowd = await server.LoadAsync(Crowd, Duration / 4, cancellationToken);
        Add(measurements, $"{mode}_crowd", crowd);
        measurements.Add($"endpoint_{mode}_crowd_errors", crowd.Errors);
        measurements.Add($"endpoint_{mode}_crowd_throttled", crowd.RefusedShare);
        measurements.Add($"endpoint_{mode}_crowd_throttled_p99_ms", crowd.Refusals.Milliseconds(0.99));
        measurements.Add($"endpoint_{mode}_crowd_mb", process.PeakMemory / 1048576.0);
        if ((load.FirstError ?? crowd.FirstError) is { } error)
        {
            Console.Error.WriteLine($"an answer that was not expected: {error}");
        }
    }

    private static void Add(Measurements measurements, string mode, LoadResult load)
    {
        measurements.Add($"endpoint_{mode}_per_s", load.PerSecond);
        measurements.Add($"endpoint_{mode}_cpu_us", load.Microseconds);
        foreach (var (action, times) in new[] { ("start", load.Starts), ("describe", load.Describes) })
        {
            measurements.Add($"endpoint_{mode}_{action}_p50_ms", times.Milliseconds(0.5));
            measurements.Add($"endpoint_{mode}_{action}_p99_ms", times.Milliseconds(0.99));
            measurements.Add($"endpoint_{mode}_{action}_max_ms", times.Milliseconds(1));
        }
    }

    /// <summary>How many of the executions that were started have not succeeded, once none runs any more.</summary>
    private static async Task<int> UnfinishedAsync(StepFunctionsClient client, string machine, HashSet<Guid> accepted, CancellationToken cancellationToken)
    {
        while ((await client.RunningExecutionsAsync(machine, cancellationToken)).Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }

        var request = JsonObject.Of(("stateMachineArn", Json.Of(machine)), ("statusFilter", Json.Of("SUCCEEDED")), ("maxResults", Json.Of(1_000)));
        for (JsonObject? page = null; page is null || page["nextToken"] is not null;)
        {
            page = await client.CallAsync("ListExecutions", page is null ? request : request.With("nextToken", page["nextToken"]!), cancellationToken);
            accepted.ExceptWith(((JsonArray)page["executions"]!).Select(execution => Guid.Parse(((JsonString)((JsonObject)execution)["name"]!).Value, CultureInfo.InvariantCulture)));
        }

        return accepted.Count;
    }
}
