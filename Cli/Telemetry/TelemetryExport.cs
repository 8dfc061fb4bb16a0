using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Cli.Telemetry;

/// <summary>Exports telemetry by OTLP, if the settings or the environment say where to.</summary>
/// <seealso href="https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/">Environment variables</seealso>
internal sealed class TelemetryExport
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly IConfiguration configuration;
    private readonly ExportOptions options;

    /// <summary>Reads where to.</summary>
    /// <param name="configuration">The settings, environment included.</param>
    /// <exception cref="InvalidDataException">The settings make no sense.</exception>
    public TelemetryExport(IConfiguration configuration)
    {
        this.configuration = configuration;
        options = Read(configuration.GetSection("OpenTelemetry"));
    }

    /// <summary>Whether log messages are exported.</summary>
    public bool ExportsLogs => Exports(ExportSignal.Logs, options.Logs);

    /// <summary>What the telemetry is about.</summary>
    public ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddService(options.ServiceName, serviceVersion: Version())
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();

    /// <summary>Begins to export traces; none if they are not exported.</summary>
    public TracerProvider? Tracing() => !Exports(ExportSignal.Traces, options.Traces) ? null : Sdk.CreateTracerProviderBuilder()
        .SetResourceBuilder(Resource())
        .AddSource(ExecutionTraces.SourceName, "Microsoft.AspNetCore")
        .AddOtlpExporter(exporter => Configure(exporter, ExportSignal.Traces))
        .Build();

    /// <summary>Has metrics exported, if they are to be.</summary>
    public void AddMetrics(MeterProviderBuilder metrics)
    {
        if (Exports(ExportSignal.Metrics, options.Metrics))
        {
            metrics.AddOtlpExporter((exporter, reader) =>
            {
                Configure(exporter, ExportSignal.Metrics);
                if (options.MetricInterval is { } interval)
                {
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)interval.TotalMilliseconds;
                }
            });
        }
    }

    /// <summary>Has log messages exported, with their scopes, if they are to be.</summary>
    public void AddLogs(ILoggingBuilder logging)
    {
        if (ExportsLogs)
        {
            logging.AddOpenTelemetry(log =>
            {
                log.IncludeScopes = true;
                log.IncludeFormattedMessage = true;
                log.SetResourceBuilder(Resource()).AddOtlpExporter(exporter => Configure(exporter, ExportSignal.Logs));
            });
        }
    }

    private static ExportOptions Read(IConfigurationSection section)
    {
        try
        {
            return Checked(section.Get<ExportOptions>() ?? new ExportOptions());
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException($"The settings are wrong: {e.Message}", e);
        }
    }

    private static ExportOptions Checked(ExportOptions options)
    {
        if (options.Endpoint is { } endpoint && !(endpoint.IsAbsoluteUri && endpoint.Scheme is "http" or "https"))
        {
            throw new InvalidDataException($"The settings are wrong: OpenTelemetry:Endpoint: expected an http or https URL, found '{endpoint}'.");
        }

        return options.Protocol is "http/protobuf" or "grpc"
            ? options
            : throw new InvalidDataException($"The settings are wrong: OpenTelemetry:Protocol: expected http/protobuf or grpc, found '{options.Protocol}'.");
    }

    private bool Exports(ExportSignal signal, bool isWanted)
    {
        if (!isWanted || string.Equals(configuration["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var exporter = configuration[$"OTEL_{signal.InVariables}_EXPORTER"];
        return exporter is null
            ? options.Endpoint is not null || IsSet(EndpointVariable) || IsSet($"OTEL_EXPORTER_OTLP_{signal.InVariables}_ENDPOINT")
            : exporter.Split(',', StringSplitOptions.TrimEntries).Contains("otlp");
    }

    private bool IsSet(string variable) => !string.IsNullOrEmpty(configuration[variable]);

    /// <summary>What the settings leave open stays as the exporter has read it from the environment.</summary>
    private void Configure(OtlpExporterOptions exporter, ExportSignal signal)
    {
        if (options.Endpoint is not { } endpoint)
        {
            return;
        }

        var isHttp = options.Protocol == "http/protobuf";
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = isHttp ? new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/v1/{signal.Name}") : endpoint;
        exporter.Headers = options.Headers ?? exporter.Headers;
    }

    private static string Version() => typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
