using System.Diagnostics;
using System.Globalization;
using TaskOrchestration.Support.Servers.Loading;

namespace TaskOrchestration.Benchmarks.Load;

/// <summary>One of the connections that put a server under load: it starts an execution, describes it, and begins again, without a pause.</summary>
internal sealed class LoadedConnection
{
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
            var asked = Stopwatch.GetTimestamp();
            var answer = await connection.CallAsync("StartExecution", start, cancellationToken);
            if (!Took(answer, asked, Starts))
            {
                continue;
            }

            var execution = answer.Text("executionArn");
            Accepted.Add(Guid.Parse(execution.AsSpan(execution.LastIndexOf(':') + 1), CultureInfo.InvariantCulture));
            asked = Stopwatch.GetTimestamp();
            Took(await connection.CallAsync("DescribeExecution", $$"""{"executionArn":"{{execution}}"}""", cancellationToken), asked, Describes);
        }
    }

    private bool Took(WireAnswer answer, long asked, ActionTimes times)
    {
        if (answer.IsDone)
        {
            times.Add(asked);
        }
        else if (answer.IsThrottled)
        {
            Refusals.Add(asked);
        }
        else
        {
            Errors++;
            FirstError ??= answer.ToString();
        }

        return answer.IsDone;
    }
}
