using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using TaskOrchestration.Functions.Hosting;

namespace TaskOrchestration.Functions.Telemetry;

/// <summary>Which Application Insights resource telemetry is sent to, and who sends it.</summary>
/// <param name="ConnectionString">The resource.</param>
/// <param name="Credential">Who; none where the resource takes telemetry from everyone who knows its connection string.</param>
internal sealed record MonitorConnection(string ConnectionString, TokenCredential? Credential)
{
    /// <summary>Reads the settings; null where no resource is named, as on a developer's machine.</summary>
    /// <exception cref="InvalidDataException">A setting makes no sense.</exception>
    public static MonitorConnection? Read(IConfiguration configuration) => configuration[SettingNames.ApplicationInsights] is { Length: > 0 } text
        ? new MonitorConnection(Checked(text), Sender(configuration[SettingNames.ApplicationInsightsAuthentication]))
        : null;

    /// <summary>Has an exporter send there.</summary>
    public void Configure(AzureMonitorExporterOptions exporter)
    {
        exporter.ConnectionString = ConnectionString;
        exporter.Credential = Credential;
        // The exporter has read OTEL_TRACES_SAMPLER_ARG, too, and would say of failures that each of them stands for many.
        exporter.SamplingRatio = 1;
        // What is logged in the course of a trace that is not kept may be all that tells of an error.
        exporter.EnableTraceBasedLogsSampler = false;
        exporter.EnableLiveMetrics = false;
    }

    private static string Checked(string text) => text.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase)
        ? text
        : throw new InvalidDataException($"The settings are wrong: {SettingNames.ApplicationInsights}: expected 'InstrumentationKey=...;IngestionEndpoint=...', found something else.");

    private static TokenCredential? Sender(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .ToLookup(part => part[0], part => part[^1], StringComparer.OrdinalIgnoreCase);
        if (parts["Authorization"].FirstOrDefault() != "AAD")
        {
            throw new InvalidDataException($"The settings are wrong: {SettingNames.ApplicationInsightsAuthentication}: expected 'Authorization=AAD', with 'ClientId=...' or without, found '{text}'.");
        }

        var identity = parts["ClientId"].FirstOrDefault() is { } client ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned;
        return new ManagedIdentityCredential(identity);
    }
}
