using System.Diagnostics;

namespace TaskOrchestration.Benchmarks.Load;

/// <summary>A server in a process of its own, and what it is asked for.</summary>
/// <param name="Endpoint">Where it answers.</param>
/// <param name="ApiKey">What requests are signed with, as <c>ID.SECRET</c>; null for an anonymous server.</param>
/// <param name="Machine">The ARN of the machine to run.</param>
/// <param name="ProcessorTime">The processor time it has used until now.</param>
internal sealed record LoadedServer(Uri Endpoint, string? ApiKey, string Machine, Func<TimeSpan> ProcessorTime)
{
    /// <summary>A machine to run: it has neither begun nor ended at once.</summary>
    public const string PassAndWait = """{"StartAt":"pass","States":{"pass":{"Type":"Pass","Next":"wait"},"wait":{"Type":"Wait","Seconds":1,"End":true}}}""";

    /// <summary>Puts it under load.</summary>
    public async Task<LoadResult> LoadAsync(int connections, TimeSpan duration, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var before = ProcessorTime();
        var end = began + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var all = Enumerable.Range(0, connections).Select(_ => new LoadedConnection(Machine)).ToList();
        await Task.WhenAll(all.Select(connection => Task.Run(() => connection.LoadUntilAsync(Endpoint, ApiKey, end, cancellationToken), cancellationToken)));
        return new LoadResult(
            Stopwatch.GetElapsedTime(began).TotalSeconds,
            ActionTimes.Of(all.Select(connection => connection.Starts)),
            ActionTimes.Of(all.Select(connection => connection.Describes)),
            ActionTimes.Of(all.Select(connection => connection.Refusals)),
            all.Sum(connection => connection.Errors),
            all.Select(connection => connection.FirstError).FirstOrDefault(error => error is not null),
            [.. all.SelectMany(connection => connection.Accepted)],
            ProcessorTime() - before);
    }
}
