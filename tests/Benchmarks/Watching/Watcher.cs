using TaskOrchestration.Benchmarks.Load;

namespace TaskOrchestration.Benchmarks.Watching;

/// <summary>Watches an execution as the console does, by server-sent events over a connection of its own, and takes down how long after it was reported each result has come.</summary>
internal sealed class Watcher(HttpClient http, string execution, ReportedResults results)
{
    /// <summary>How long the results took to come.</summary>
    public ActionTimes Arrivals { get; } = new();

    /// <summary>Watches until told to stop.</summary>
    public async Task WatchAsync(TaskCompletionSource watching, CancellationToken cancellationToken)
    {
        try
        {
            var path = $"/api/v1/executions/{Uri.EscapeDataString(execution)}/live";
            using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            using var lines = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken));
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                watching.TrySetResult();
                foreach (var reported in results.NamedIn(line))
                {
                    Arrivals.Add(reported);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It has watched long enough.
        }
        catch (Exception e)
        {
            watching.TrySetException(e);
            throw;
        }
    }
}
