using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Functions.Tests.Telemetry;

/// <summary>Takes what is sent to an Application Insights resource.</summary>
internal sealed class MonitorReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<JsonElement> items = new();
    private readonly WebApplication app;

    private MonitorReceiver(WebApplication app) => this.app = app;

    /// <summary>What it is called by.</summary>
    public string ConnectionString => $"InstrumentationKey=key;IngestionEndpoint={app.Urls.Single()}/";

    /// <summary>What was sent, of one kind.</summary>
    public IReadOnlyList<JsonElement> Of(string kind) => [.. items.Where(item => item.GetProperty("data").GetProperty("baseType").GetString() == kind)];

    /// <summary>The contents of what was sent, of one kind.</summary>
    public IReadOnlyList<JsonElement> ContentsOf(string kind) => [.. Of(kind).Select(item => item.GetProperty("data").GetProperty("baseData"))];

    public static async Task<MonitorReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new MonitorReceiver(builder.Build());
        receiver.app.MapPost("/v2.1/track", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpRequest request)
    {
        foreach (var item in (await JsonDocument.ParseAsync(request.Body)).RootElement.EnumerateArray())
        {
            items.Enqueue(item);
        }
    }
}
