using System.Reflection;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Resources;

namespace TaskOrchestration.Functions.Telemetry;

/// <summary>What the telemetry of this process is about. Azure Monitor makes the role of the service's name and the role's instance of its id.</summary>
internal static class HostResource
{
    private const string ServiceNameSetting = "OTEL_SERVICE_NAME";

    /// <summary>The name of the app, the same that the Functions host goes by, and the machine.</summary>
    public static ResourceBuilder Of(IConfiguration configuration)
    {
        var site = configuration["WEBSITE_SITE_NAME"];
        var name = configuration[ServiceNameSetting] ?? site ?? "taskorch";
        return ResourceBuilder.CreateEmpty()
            .AddService(name, serviceVersion: Version(), autoGenerateServiceInstanceId: false, serviceInstanceId: Environment.MachineName)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector()
            .AddAttributes(site is null ? [] : OnAzure(configuration["REGION_NAME"]));
    }

    private static IEnumerable<KeyValuePair<string, object>> OnAzure(string? region)
    {
        yield return new("cloud.provider", "azure");
        yield return new("cloud.platform", "azure_functions");
        if (region is not null)
        {
            yield return new("cloud.region", region);
        }
    }

    private static string Version() => typeof(HostResource).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
