using Azure.Core;

namespace Azure.Monitor.OpenTelemetry.Exporter;

public class AzureMonitorExporterOptions : ClientOptions
{
    public string? ConnectionString { get; set; }

    public TokenCredential? Credential { get; set; }

    public float SamplingRatio { get; set; } = 1;

    public double? TracesPerSecond { get; set; } = 5;

    public bool EnableTraceBasedLogsSampler { get; set; } = true;

    public bool EnableLiveMetrics { get; set; } = true;

    public bool DisableOfflineStorage { get; set; }

    public string? StorageDirectory { get; set; }
}
