using System.Diagnostics;
using System.Text.Json;
using TaskOrchestration.Benchmarks.Durability;
using TaskOrchestration.Benchmarks.Load;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.Benchmarks.Searching;

/// <summary>What the server takes to find executions among 10,000 of a machine, over HTTP, in pages as long as the console's.</summary>
/// <remarks>A search may answer with an empty page and a cursor: whoever looks for something asks on until it is there, and so does this.</remarks>
public sealed class SearchBenchmark : IBenchmark
{
    private const int PageSize = 25;
    private const int Rounds = 7;
    private const int Pages = 40;

    /// <inheritdoc/>
    public string Subject => "executions";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        using var folder = new BenchFolder();
        await StoredExecutions.WriteAsync(folder.Path);
        using var server = await ServerProcess.StartAsync(folder.Path);
        using var http = new HttpClient { BaseAddress = server.Endpoint };
        await TimeNextPagesAsync(http, new ActionTimes(), cancellationToken);

        foreach (var wanted in SearchCase.All)
        {
            var (pages, finds, requests) = (new List<double>(), new List<double>(), 0);
            for (var round = 0; round < Rounds; round++)
            {
                var began = Stopwatch.GetTimestamp();
                var page = await AskAsync(http, wanted.Query, cursor: null, cancellationToken);
                pages.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                for (requests = 1; page is { IsEmpty: true, Next: not null }; requests++)
                {
                    page = await AskAsync(http, wanted.Query, page.Next, cancellationToken);
                }

                finds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            measurements.Add($"search_{wanted.Key}_page_ms", Median(pages));
            measurements.Add($"search_{wanted.Key}_ms", Median(finds));
            measurements.Add($"search_{wanted.Key}_requests", requests);
        }

        var next = new ActionTimes();
        await TimeNextPagesAsync(http, next, cancellationToken);
        var all = ActionTimes.Of([next]);
        measurements.Add("search_next_p50_ms", all.Milliseconds(0.5));
        measurements.Add("search_next_max_ms", all.Milliseconds(1));
    }

    private static async Task TimeNextPagesAsync(HttpClient http, ActionTimes times, CancellationToken cancellationToken)
    {
        var page = await AskAsync(http, "", cursor: null, cancellationToken);
        for (var turned = 0; turned < Pages; turned++)
        {
            var asked = Stopwatch.GetTimestamp();
            page = await AskAsync(http, "", page.Next, cancellationToken);
            times.Add(asked);
        }
    }

    private static async Task<(bool IsEmpty, string? Next)> AskAsync(HttpClient http, string query, string? cursor, CancellationToken cancellationToken)
    {
        var address = $"/api/v1/executions?stateMachine={StoredExecutions.Machine}&limit={PageSize}{(query.Length > 0 ? $"&{query}" : "")}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}";
        using var answer = await http.GetAsync(address, cancellationToken);
        using var page = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken));
        return (page.RootElement.GetProperty("items").GetArrayLength() == 0, page.RootElement.TryGetProperty("next", out var next) ? next.GetString() : null);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
