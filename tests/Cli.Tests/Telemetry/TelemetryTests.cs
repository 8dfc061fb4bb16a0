using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Cli.Serving;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Cli.Tests.Telemetry;

[Collection(ProcessOfItsOwn.Name)]
public sealed class TelemetryTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("telemetry-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task Exports_spans_metrics_and_logs_by_OTLP_when_the_settings_say_where_to()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await WriteSettingsAsync($$$"""{"OpenTelemetry":{"Endpoint":"{{{receiver.Address}}}","ServiceName":"shop"},"Logging":{"LogLevel":{"Default":"Information"}} }""");

        await RunOrderAsync();
        var spans = receiver.Spans.ToList();
        var execution = spans.Single(span => span.Name == "OrderProcessing");
        var placement = spans.Single(span => span.Name == "orderPlacement");

        Assert.Equal(("", execution.Id, execution.TraceId), (execution.Parent, placement.Parent, placement.TraceId));
        Assert.Equal(placement.Id, spans.Single(span => span.Name == "invoke orderPlacement").Parent);
        Assert.Contains("ExecutionsSucceeded", receiver.Metrics);
        Assert.Contains("http.server.request.duration", receiver.Metrics);
        Assert.NotEmpty(receiver.LogTexts);
        Assert.Equal("shop", receiver.Resource["service.name"]);
    }

    [Fact]
    public async Task Exports_nothing_unless_it_is_told_where_to()
    {
        await using var receiver = await OtlpReceiver.StartAsync();

        await RunOrderAsync();

        Assert.Empty(receiver.Spans);
    }

    [Theory]
    [InlineData("""{"OpenTelemetry":{"Endpoint":"ftp://example.com"}}""", "The settings are wrong: OpenTelemetry:Endpoint: expected an http or https URL, found 'ftp://example.com/'.")]
    [InlineData("""{"OpenTelemetry":{"Endpoint":"http://example.com","Protocol":"carrier-pigeon"}}""", "The settings are wrong: OpenTelemetry:Protocol: expected http/protobuf or grpc, found 'carrier-pigeon'.")]
    [InlineData("""{"Alerts":{"WebhookUrl":"ftp://example.com"}}""", "Alerts:WebhookUrl: expected an http or https URL, found 'ftp://example.com/'.")]
    public async Task Says_which_setting_makes_no_sense(string settings, string message)
    {
        await WriteSettingsAsync(settings);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(StartAsync);

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public async Task Shows_metrics_to_scrapers()
    {
        await using var server = await StartAsync();
        await OrderAsync(server);
        // The execution's end can be read before it is counted.
        await server.Services.GetRequiredService<OpenedEngine>().Now!.ClockFollower.CatchUpAsync();
        using var http = new HttpClient { BaseAddress = server.Address };

        var plain = await http.GetAsync(new Uri("/metrics", UriKind.Relative));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/openmetrics-text"));
        var open = await http.GetAsync(new Uri("/metrics", UriKind.Relative));
        var text = await plain.Content.ReadAsStringAsync();

        Assert.Equal(("text/plain; version=0.0.4; charset=utf-8", "application/openmetrics-text; version=1.0.0; charset=utf-8"), (plain.Content.Headers.ContentType!.ToString(), open.Content.Headers.ContentType!.ToString()));
        Assert.Contains("ExecutionsSucceeded_total{StateMachineArn=\"arn:aws:states:us-east-1:123456789012:stateMachine:OrderProcessing\",otel_scope_name=\"AWS/States\"} ", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE taskorch_engine_commits_total counter", text, StringComparison.Ordinal);
        Assert.EndsWith("# EOF\n", await open.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_alert_rules()
    {
        await using var server = await StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };

        var alerts = JsonDocument.Parse(await http.GetStringAsync(new Uri("/api/v1/alerts", UriKind.Relative))).RootElement.GetProperty("items");

        Assert.Equal(
            [
                "executions-failed Inactive PT15M",
                "executions-failing-fast Inactive PT5M",
                "task-waiting-long Inactive PT15M",
                "task-forgotten Inactive PT15M",
                "calls-throttled Inactive PT5M",
                "status-events-given-up Inactive PT15M",
                "status-events-late Inactive PT15M",
            ],
            alerts.EnumerateArray().Select(alert => $"{alert.GetProperty("name")} {alert.GetProperty("status")} {alert.GetProperty("window")}"));
    }

    private async Task RunOrderAsync()
    {
        await using var server = await StartAsync();
        await OrderAsync(server);
    }

    private static async Task OrderAsync(LocalServer server)
    {
        var machines = await server.Client.ListStateMachinesAsync(CancellationToken.None);
        var execution = await server.Client.StartExecutionAsync(machines["OrderProcessing"], "first", Order, CancellationToken.None);
        Assert.Equal("SUCCEEDED", (await server.Client.DescribeWhenEndedAsync(execution, CancellationToken.None)).Status);
    }

    private Task WriteSettingsAsync(string settings) => File.WriteAllTextAsync(Path.Combine(data.FullName, "appsettings.json"), settings);

    private Task<LocalServer> StartAsync() => LocalServer.StartAsync(new ServerOptions(0, data.FullName, new Dictionary<string, string>()) { Anonymous = true }, CancellationToken.None);

    private const string Order = """{"orderId":"first"}""";
}
