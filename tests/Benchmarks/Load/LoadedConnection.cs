using System.Diagnostics;
using System.Globalization;
using TaskOrchestration.Support.Servers.Loading;

namespace TaskOrchestration.Benchmarks.Load;

/// <summary>One of the connections that put a server under load: it starts an execution, describes it, and begins again, without a pause.</summary>
/// <remarks>Turned away it comes back later, and later each time, as AWS's SDK for JavaScript does: after a random part of half a second, of a second, of two.</remarks>
internal sealed class LoadedConnection
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private readonly string start;

    public LoadedConnection(string machine) =>
        start = $$"""{"stateMachineArn":"{{machine}}","input":"{\"orderId\":\"order-00000001\",\"amount\":\"44.80\",\"currency\":\"EUR\"}"}""";

    public ActionTimes Starts { get; } = new();

    public ActionTimes Describes { get; } = new();

    /// <summary>How long it took to be turned away.</summary>
    public ActionTimes Refusals { get; } = new();

    /// <summary>The names of the executions whose start was answered with 200.</summary>
    public List<Guid> Accepted { get; } = [];

    /// <summary>How many answers were neither what was asked for nor the request to come back later.</summary>
    public int Errors { get; private set; }

    /// <summary>One of them.</summary>
    public string? FirstError { get; private set; }

    public async Task LoadUntilAsync(Uri endpoint, string? apiKey, long end, CancellationToken cancellationToken)
    {
        using var connection = await WireConnection.OpenAsync(endpoint, apiKey, cancellationToken);
        while (Stopwatch.GetTimestamp() < end)
        {
            if (await CallAsync(connection, "StartExecution", start, Starts, end, cancellationToken) is not { } answer)
            {
                continue;
            }

            var execution = answer.Text("executionArn");
            Accepted.Add(Guid.Parse(execution.AsSpan(execution.LastIndexOf(':') + 1), CultureInfo.InvariantCulture));
            await CallAsync(connection, "DescribeExecution", $$"""{"executionArn":"{{execution}}"}""", Describes, end, cancellationToken);
        }
    }

    /// <summary>The answer, once it is one; null if there is none in time, or an error.</summary>
    private async ValueTask<WireAnswer?> CallAsync(WireConnection connection, string action, string body, ActionTimes times, long end, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; Stopwatch.GetTimestamp() < end; pause *= 2)
        {
            var asked = Stopwatch.GetTimestamp();
            var answer = await connection.CallAsync(action, body, cancellationToken);
            if (!answer.IsThrottled)
            {
                return Took(answer, asked, times) ? answer : null;
            }

            Refusals.Add(asked);
            await PauseAsync(pause < LongestPause ? pause : LongestPause, end, cancellationToken);
        }

        return null;
    }

    private static Task PauseAsync(TimeSpan pause, long end, CancellationToken cancellationToken)
    {
        var left = TimeSpan.FromSeconds(Math.Max(0, (double)(end - Stopwatch.GetTimestamp()) / Stopwatch.Frequency));
        var random = pause * Random.Shared.NextDouble();
        return Task.Delay(random < left ? random : left, cancellationToken);
    }

    private bool Took(WireAnswer answer, long asked, ActionTimes times)
    {
        if (answer.IsDone)
        {
            times.Add(asked);
        }
        else
        {
            Errors++;
            FirstError ??= answer.ToString();
        }

        return answer.IsDone;
    }
}
