using System.Globalization;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

public sealed class LiveCrashTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose()
    {
        _http.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Who_watches_goes_on_where_they_were_when_the_server_was_killed()
    {
        using var carrier = new SilentFunction();
        using var killed = await ServerProcess.StartAsync(_data.Path, "--function", $"shippingProcess={carrier.Address}");
        var machines = await killed.Client.ListStateMachinesAsync();
        var execution = await killed.Client.StartExecutionAsync(machines["OrderProcessing"], "watched", OrderInput.For("order-1"));
        await carrier.WhenAskedAsync();
        List<string> ids = [];
        using (var before = await WatchAsync(killed, execution, lastEventId: null))
        {
            await ReadAsync(before, ids, "RUNNING");
            killed.Kill();
        }

        using var restarted = await ServerProcess.StartAsync(_data.Path);
        using var after = await WatchAsync(restarted, execution, ids[^1]);
        await ReadAsync(after, ids, "SUCCEEDED");

        var last = int.Parse(ids[^1], CultureInfo.InvariantCulture);
        Assert.Equal((await restarted.Client.HistoryAsync(execution)).Count, last);
        Assert.Equal(ids.Select(int.Parse).Order(), ids.Select(int.Parse));
    }

    private async Task<StreamReader> WatchAsync(ServerProcess server, string execution, string? lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Endpoint, $"/api/v1/executions/{Uri.EscapeDataString(execution)}/live"));
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new StreamReader(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
    }

    /// <summary>Reads until the execution is said to stand so, and keeps the ids by which one goes on.</summary>
    private static async Task ReadAsync(StreamReader stream, List<string> ids, string status)
    {
        while (await stream.ReadLineAsync() is { } line && !line.StartsWith($"data: {{\"status\":\"{status}\"", StringComparison.Ordinal))
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                ids.Add(line["id: ".Length..]);
            }
        }
    }
}
