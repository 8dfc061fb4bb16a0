using System.Diagnostics;
using TaskOrchestration.Benchmarks.Durability;
using TaskOrchestration.Benchmarks.Load;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Servers;
using TaskOrchestration.Support.Servers.Loading;

namespace TaskOrchestration.Benchmarks.Watching;

/// <summary>
/// How soon people see what happens: a hundred watch ten executions over HTTP while workers report the results of their tasks. From the report of a result to the event that follows from it
/// in a watcher's hands, beside the time until the worker has the answer that its result is durable; on a server that does nothing else, and on one that others keep busy.
/// </summary>
public sealed class WatchBenchmark : IBenchmark
{
    private const int Executions = 10;
    private const int WatchersOfEach = 10;
    private const int BusyConnections = 16;

    private const string Watched = """
        {
          "StartAt": "Ask",
          "States": {
            "Ask": {
              "Type": "Task",
              "Resource": "arn:aws:states:us-east-1:123456789012:activity:watched",
              "ResultPath": null,
              "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Over" }],
              "Next": "Ask"
            },
            "Over": { "Type": "Succeed" }
          }
        }
        """;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    public string Subject => "watch";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        using var folder = new BenchFolder();
        // What one caller may ask for is a setting, not what the server can do.
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "appsettings.json"), """{"Throttling":{"Enabled":false}}""", cancellationToken);
        using var process = await ServerProcess.StartAsync(folder.Path);
        await process.Client.CallAsync("CreateActivity", JsonObject.Of(("name", Json.Of("watched"))), cancellationToken);
        var watched = await process.Client.CreateStateMachineAsync("watched", Watched, cancellationToken: cancellationToken);
        var load = await process.Client.CreateStateMachineAsync("load", LoadedServer.PassAndWait, cancellationToken: cancellationToken);
        var busy = new LoadedServer(process.Endpoint, ApiKey: null, load, () => process.ProcessorTime);

        await WatchAsync(process, watched, WarmUp, cancellationToken);
        Add(measurements, "quiet", await WatchAsync(process, watched, Duration, cancellationToken));
        var loading = busy.LoadAsync(BusyConnections, Duration + (2 * WarmUp), cancellationToken);
        await Task.Delay(WarmUp, cancellationToken);
        Add(measurements, "busy", await WatchAsync(process, watched, Duration, cancellationToken));
        measurements.Add("watch_busy_load_per_s", (await loading).PerSecond);
    }

    private static void Add(Measurements measurements, string mode, (ActionTimes Answers, ActionTimes Arrivals) times)
    {
        foreach (var (what, of) in new[] { ("answer", times.Answers), ("event", times.Arrivals) })
        {
            measurements.Add($"watch_{mode}_{what}_p50_ms", of.Milliseconds(0.5));
            measurements.Add($"watch_{mode}_{what}_p99_ms", of.Milliseconds(0.99));
        }
    }

    private static async Task<(ActionTimes Answers, ActionTimes Arrivals)> WatchAsync(ServerProcess process, string machine, TimeSpan duration, CancellationToken cancellationToken)
    {
        var results = new ReportedResults();
        using var http = new HttpClient { BaseAddress = process.Endpoint, Timeout = Timeout.InfiniteTimeSpan };
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var executions = await Task.WhenAll(Enumerable.Range(0, Executions).Select(_ => process.Client.StartExecutionAsync(machine, Guid.NewGuid().ToString("N"), "{}", cancellationToken)));
        var watchers = executions.SelectMany(execution => Enumerable.Range(0, WatchersOfEach).Select(_ => new Watcher(http, execution, results))).ToList();
        var there = watchers.ConvertAll(_ => new TaskCompletionSource());
        var watching = Task.WhenAll(watchers.Zip(there, (watcher, isThere) => watcher.WatchAsync(isThere, over.Token)));
        await Task.WhenAll(there.Select(isThere => isThere.Task));

        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var answers = await Task.WhenAll(executions.Select(_ => WorkUntilAsync(process.Endpoint, results, end, cancellationToken)));
        await Task.WhenAll(executions.Select(execution => process.Client.CallAsync("StopExecution", JsonObject.Of(("executionArn", Json.Of(execution))), cancellationToken)));
        await Task.Delay(Pause, cancellationToken);
        await over.CancelAsync();
        await watching;
        return (ActionTimes.Of(answers), ActionTimes.Of(watchers.Select(watcher => watcher.Arrivals)));
    }

    /// <summary>A worker: takes a task, reports its result, and so on.</summary>
    /// <returns>How long the answers to its reports took.</returns>
    private static async Task<ActionTimes> WorkUntilAsync(Uri endpoint, ReportedResults results, long end, CancellationToken cancellationToken)
    {
        var answers = new ActionTimes();
        using var connection = await WireConnection.OpenAsync(endpoint, cancellationToken: cancellationToken);
        while (Stopwatch.GetTimestamp() < end)
        {
            var task = await connection.CallAsync("GetActivityTask", """{"activityArn":"arn:aws:states:us-east-1:123456789012:activity:watched"}""", cancellationToken);
            var token = task.Text("taskToken");
            var now = Stopwatch.GetTimestamp();
            var report = $$"""{"taskToken":"{{token}}","output":"\"{{ReportedResults.TextOf(results.Report(now))}}\""}""";
            var answer = await connection.CallAsync("SendTaskSuccess", report, cancellationToken);
            answers.Add(now);
            if (!answer.IsDone)
            {
                throw new InvalidOperationException($"expected the result to be taken, found {answer}");
            }

            await Task.Delay(Pause, cancellationToken);
        }

        return answers;
    }
}
