namespace TaskOrchestration.Offline.Tests.Surface;

/// <summary>The public signatures of the real packages: one line a type under its namespace, one indented line a member.</summary>
internal sealed class Sheet
{
    private const string NamespaceHeading = "### namespace ";

    // The sheet has these only in prose, for the package could not be read. So they are as the listing of its public API in its repository has them.
    private const string Exporter = """
        ### namespace Azure.Monitor.OpenTelemetry.Exporter
        static class AzureMonitorExporterExtensions
          static TracerProviderBuilder AddAzureMonitorTraceExporter(this TracerProviderBuilder builder, Action<AzureMonitorExporterOptions> configure = default, TokenCredential credential = default, string name = default)
          static MeterProviderBuilder AddAzureMonitorMetricExporter(this MeterProviderBuilder builder, Action<AzureMonitorExporterOptions> configure = default, TokenCredential credential = default, string name = default)
          static OpenTelemetryLoggerOptions AddAzureMonitorLogExporter(this OpenTelemetryLoggerOptions loggerOptions, Action<AzureMonitorExporterOptions> configure = default, TokenCredential credential = default)
        class AzureMonitorExporterOptions : ClientOptions
          bool EnableTraceBasedLogsSampler { get; set; }
          double? TracesPerSecond { get; set; }
          ctor()
          string ConnectionString { get; set; }
          TokenCredential Credential { get; set; }
          float SamplingRatio { get; set; }
          double? TracesPerSecond { get; set; }
          bool EnableTraceBasedLogsSampler { get; set; }
          string StorageDirectory { get; set; }
          bool DisableOfflineStorage { get; set; }
          bool EnableLiveMetrics { get; set; }
        """;

    private readonly Dictionary<string, SheetType> _types = [];

    private Sheet(IEnumerable<string> lines)
    {
        string? space = null;
        SheetType? type = null;
        foreach (var line in lines)
        {
            if (line.StartsWith(NamespaceHeading, StringComparison.Ordinal))
            {
                (space, type) = (line[NamespaceHeading.Length..].Trim(), null);
            }
            else if (line.StartsWith('#'))
            {
                space = null;
            }
            else if (space is not null && line.StartsWith("  ", StringComparison.Ordinal))
            {
                type?.Members.Add(SheetMember.Parse(line.Trim()));
            }
            else if (space is not null && line.Length > 0)
            {
                type = SheetType.Parse(line.Trim());
                _types.TryAdd($"{space}.{type.Name}", type);
            }
        }
    }

    /// <summary>Reads it.</summary>
    public static Sheet Read() =>
        new(File.ReadLines(SheetLocation.Path ?? throw new InvalidOperationException("There is no sheet.")).Concat(Exporter.Split('\n')));

    /// <summary>A type by its full name as C# writes it, without type parameters' constraints; or null.</summary>
    public SheetType? Find(string name) => _types.GetValueOrDefault(name);
}
