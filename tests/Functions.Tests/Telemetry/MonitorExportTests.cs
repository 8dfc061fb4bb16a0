using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TaskOrchestration.Api.Telemetry;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Functions.Telemetry;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Functions.Tests.Telemetry;

[Collection(ProcessOfItsOwn.Name)]
public sealed class MonitorExportTests
{
    [Fact]
    public async Task Exports_spans_metrics_and_messages_under_the_app_s_name()
    {
        await using var receiver = await MonitorReceiver.StartAsync();
        using var source = new ActivitySource(ExecutionTraces.SourceName);
        using var meter = new Meter(MeterNames.States);

        await using (var services = Services(receiver.ConnectionString))
        {
            Begin(services);
            meter.CreateCounter<long>("ExecutionsFailed").Add(3, new KeyValuePair<string, object?>("StateMachineArn", "arn"));
            using var span = source.StartActivity("OrderProcessing", ActivityKind.Internal, parentContext: default);
            services.GetRequiredService<ILogger<MonitorExportTests>>().LogWarning("Order {Order} is late", 7);
        }

        var sent = receiver.Of("RemoteDependencyData").Single();
        var metric = receiver.ContentsOf("MetricData").Single(item => Named(item, "ExecutionsFailed"));
        var message = receiver.ContentsOf("MessageData").Single();

        Assert.Equal("OrderProcessing", sent.GetProperty("data").GetProperty("baseData").GetProperty("name").GetString());
        Assert.Equal(("shop", Environment.MachineName), (Tag(sent, "ai.cloud.role"), Tag(sent, "ai.cloud.roleInstance")));
        Assert.Equal(100, sent.GetProperty("sampleRate").GetDouble());
        Assert.Equal((3.0, "arn"), (metric.GetProperty("metrics")[0].GetProperty("value").GetDouble(), metric.GetProperty("properties").GetProperty("StateMachineArn").GetString()));
        Assert.Equal("Order 7 is late", message.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Keeps_failures_and_what_is_logged_although_nothing_else_is_kept()
    {
        await using var receiver = await MonitorReceiver.StartAsync();
        using var source = new ActivitySource(ExecutionTraces.SourceName);

        await using (var services = Services(receiver.ConnectionString, (SettingNames.TraceSampler, "microsoft.fixed_percentage"), (SettingNames.TraceSamplerArgument, "0")))
        {
            Begin(services);
            for (var i = 0; i < 100; i++)
            {
                using var span = source.StartActivity($"{i}", ActivityKind.Internal, parentContext: default);
                span!.SetStatus(i < 50 ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
                services.GetRequiredService<ILogger<MonitorExportTests>>().LogError("{Number}", i);
            }
        }

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}"), receiver.ContentsOf("RemoteDependencyData").Select(span => span.GetProperty("name").GetString()));
        Assert.Equal(100, receiver.Of("MessageData").Count);
    }

    [Fact]
    public async Task Tells_of_a_request_that_was_answered_with_an_error_of_ours()
    {
        await using var receiver = await MonitorReceiver.StartAsync();
        await using (var services = Services(receiver.ConnectionString))
        {
            Begin(services);
            await using var app = await WebAsync();
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            await http.GetAsync(new Uri("/good", UriKind.Relative));
            await http.GetAsync(new Uri("/bad", UriKind.Relative));
            await http.GetAsync(new Uri("/worse", UriKind.Relative));
        }

        Assert.Equal(
            ["GET /bad 500 False", "GET /worse 500 False"],
            receiver.ContentsOf("RequestData").Select(request =>
                $"{request.GetProperty("name")} {request.GetProperty("properties").GetProperty("http.response.status_code")} {request.GetProperty("success")}").Order());
    }

    [Fact]
    public async Task Has_the_host_leave_to_the_worker_what_the_worker_logs()
    {
        await using var receiver = await MonitorReceiver.StartAsync();
        await using var exported = Services(receiver.ConnectionString);
        await using var local = Services(connectionString: null);

        Assert.Equal(["WorkerOpenTelemetryEnabled"], Capabilities(exported));
        Assert.Empty(Capabilities(local));
    }

    [Fact]
    public async Task Exports_nothing_and_complains_of_nothing_where_no_resource_is_named()
    {
        await using var services = Services(connectionString: null);
        Begin(services);
        using var source = new ActivitySource(ExecutionTraces.SourceName);

        Assert.False(source.HasListeners());
        Assert.False(services.GetRequiredService<LogScopes>().AreRead);
    }

    private static ServiceProvider Services(string? connectionString, params (string Name, string Value)[] settings) =>
        new ServiceCollection().AddFunctionsTelemetry(Settings(connectionString, settings)).BuildServiceProvider();

    private static IConfiguration Settings(string? connectionString, params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection([
            new("WEBSITE_SITE_NAME", "shop"),
            new(SettingNames.ApplicationInsights, connectionString),
            .. settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)),
        ])
        .Build();

    private static void Begin(ServiceProvider services)
    {
        services.GetRequiredService<ExportedTraces>();
        services.GetRequiredService<MeasurementPipeline>();
        services.GetRequiredService<ILoggerFactory>();
    }

    private static async Task<WebApplication> WebAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<ThrottledCalls>().AddSingleton(new LogScopes(AreRead: false));
        var app = builder.Build();
        app.UseRouting();
        app.UseTelemetry();
        app.MapGet("/good", () => Results.Ok());
        app.MapGet("/bad", () => Results.StatusCode(500));
        app.MapGet("/worse", Worse);
        await app.StartAsync();
        return app;
    }

    private static string Worse() => throw new InvalidOperationException("worse");

    private static IEnumerable<string> Capabilities(ServiceProvider services) => services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities.Keys;

    private static bool Named(JsonElement metric, string name) => metric.GetProperty("metrics")[0].GetProperty("name").GetString() == name;

    private static string? Tag(JsonElement item, string name) => item.GetProperty("tags").GetProperty(name).GetString();
}
