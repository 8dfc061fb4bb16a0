namespace TaskOrchestration.Cli.Telemetry;

/// <summary>Where telemetry is exported to. The section <c>OpenTelemetry</c> of the settings; what it leaves open, the <c>OTEL_*</c> environment variables say.</summary>
public sealed record ExportOptions
{
    /// <summary>The address of an OTLP receiver, without the path of a signal; none for what <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says, and no export without either.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary><c>http/protobuf</c> or <c>grpc</c>, for <see cref="Endpoint"/>.</summary>
    public string Protocol { get; init; } = "http/protobuf";

    /// <summary>Headers for <see cref="Endpoint"/>, as <c>OTEL_EXPORTER_OTLP_HEADERS</c> has them: <c>name=value,name=value</c>.</summary>
    public string? Headers { get; init; }

    /// <summary>What the host is called; <c>OTEL_SERVICE_NAME</c> goes before it.</summary>
    public string ServiceName { get; init; } = "taskorch";

    /// <summary>Whether traces are exported.</summary>
    public bool Traces { get; init; } = true;

    /// <summary>Whether metrics are exported.</summary>
    public bool Metrics { get; init; } = true;

    /// <summary>Whether log messages are exported.</summary>
    public bool Logs { get; init; } = true;

    /// <summary>How often metrics are exported; none for what <c>OTEL_METRIC_EXPORT_INTERVAL</c> says, a minute without either.</summary>
    public TimeSpan? MetricInterval { get; init; }
}
