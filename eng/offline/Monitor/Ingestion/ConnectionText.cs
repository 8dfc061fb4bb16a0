namespace Azure.Monitor.OpenTelemetry.Exporter.Ingestion;

/// <summary>What a connection string says.</summary>
/// <param name="Key">Which Application Insights resource.</param>
/// <param name="Endpoint">Where telemetry is sent to.</param>
internal sealed record ConnectionText(string Key, Uri Endpoint)
{
    public static ConnectionText Parse(string? text)
    {
        var parts = (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0].Trim(), part => part[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return parts.TryGetValue("InstrumentationKey", out var key)
            ? new ConnectionText(key, new Uri(parts.GetValueOrDefault("IngestionEndpoint", "https://dc.services.visualstudio.com/")))
            : throw new InvalidOperationException("Connection String Error: expected an InstrumentationKey.");
    }
}
