using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using TaskOrchestration.Api.Telemetry;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Cli.Telemetry;

/// <summary>Wires telemetry into the local host.</summary>
internal static class Observation
{
    /// <summary>Logs to the console, as JSON with scopes if the setting <c>Logging:Console:FormatterName</c> is <c>json</c>, and to an OTLP receiver if there is one.</summary>
    /// <exception cref="InvalidDataException">The settings of the export make no sense.</exception>
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var isJson = builder.Configuration["Logging:Console:FormatterName"] == ConsoleFormatterNames.Json;
        var export = new TelemetryExport(builder.Configuration);
        var logging = builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning)
            // Why it does not start is said once, by whoever started it.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        if (isJson)
        {
            logging.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "O";
            });
        }
        else
        {
            logging.AddSimpleConsole(console => console.SingleLine = true);
        }

        export.AddLogs(logging);
        builder.Services.AddSingleton(export);
        builder.Services.AddSingleton(new LogScopes(AreRead: isJson || export.ExportsLogs));
        builder.Services.AddSingleton(_ => new MeasurementPipeline(export.Resource(), export.AddMetrics));
        builder.Services.AddSingleton(_ => new ExportedTraces(export.Tracing()));
    }

    /// <summary>Begins to collect metrics and to export traces. It takes a moment, in which others can get on.</summary>
    public static Task BeginAsync(IServiceProvider services)
    {
        // First, so that it is closed last: what is written while the others stop is exported as well.
        services.GetRequiredService<ExportedTraces>();
        // Before the pipeline, so that they are closed after it: its last collection still asks them for their counts.
        _ = Observers(services);
        return Task.Run(() =>
        {
            services.GetRequiredService<MeasurementPipeline>();
            services.GetRequiredService<EngineGauges>();
            services.GetRequiredService<TaskGauges>();
        });
    }

    /// <summary>Who is told what happens to executions.</summary>
    public static IReadOnlyList<IExecutionObserver> Observers(IServiceProvider services) => [.. services.GetServices<IExecutionObserver>()];

    /// <summary>Does tasks; what they log says which task it is about, if anyone reads that.</summary>
    public static ITaskRouter Router(IServiceProvider services)
    {
        var router = services.GetRequiredService<ITaskRouter>();
        return services.GetRequiredService<LogScopes>().AreRead ? new ScopedTaskRouter(router, services.GetRequiredService<ILogger<ScopedTaskRouter>>()) : router;
    }
}
