using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Benchmarks.Histories;

/// <summary>Asks a server for all that it knows of one execution, the way the console and AWS's clients do.</summary>
internal sealed class HistoryReader(Uri server, string execution) : IDisposable
{
    private const int PageSize = 1_000;

    private readonly HttpClient http = new() { BaseAddress = server };
    private readonly string path = $"/api/v1/executions/{Uri.EscapeDataString(execution)}";

    /// <summary>Has the server do once what every request needs, but nothing about the execution.</summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync("/api/v1/executions/none/facts/0", cancellationToken);
        await CallAsync("ListStateMachines", "{}", cancellationToken);
    }

    /// <summary>The whole history by GetExecutionHistory.</summary>
    public async Task ReadOverAwsAsync(CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var asked = JsonObject.Of(("executionArn", Json.Of(execution)), ("maxResults", Json.Of(PageSize)));
            var page = await CallAsync("GetExecutionHistory", (token is null ? asked : asked.With("nextToken", Json.Of(token))).ToString(), cancellationToken);
            token = (page["nextToken"] as JsonString)?.Value;
        }
        while (token is not null);
    }

    /// <summary>The whole history as the console reads it: from the stream of what happens.</summary>
    public async Task ReadLiveAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync($"{path}/live?follow=false", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var stream = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken);
        await stream.CopyToAsync(Stream.Null, cancellationToken);
    }

    /// <summary>All facts, page by page.</summary>
    public async Task ReadFactsAsync(CancellationToken cancellationToken)
    {
        for (int? after = -1; after is not null;)
        {
            var page = await GetAsync($"{path}/facts?limit={PageSize}{(after < 0 ? "" : $"&after={after}")}", cancellationToken);
            after = page["next"] is JsonNumber next ? int.Parse(next.ToString(), CultureInfo.InvariantCulture) : null;
            if (after is null && ((JsonNumber)page["factCount"]!).ToString() is var count && count != LongExecution.Facts.ToString(CultureInfo.InvariantCulture))
            {
                throw new InvalidOperationException($"expected {LongExecution.Facts} facts, found {count}");
            }
        }
    }

    /// <summary>How it stood after a fact.</summary>
    public Task ReadMomentAsync(int fact, CancellationToken cancellationToken) => GetAsync($"{path}/facts/{fact}", cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<JsonObject> GetAsync(string address, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(address, cancellationToken);
        return (JsonObject)Json.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken));
    }

    private async Task<JsonObject> CallAsync(string action, string request, CancellationToken cancellationToken)
    {
        using var content = new StringContent(request, Encoding.UTF8, new MediaTypeHeaderValue("application/x-amz-json-1.0"));
        content.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{action}");
        using var answer = await http.PostAsync("/", content, cancellationToken);
        return (JsonObject)Json.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken));
    }
}
