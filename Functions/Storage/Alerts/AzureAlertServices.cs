using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Orchestrations.Alerts;

namespace TaskOrchestration.Functions.Storage.Alerts;

/// <summary>Puts what is known of alerts among the services.</summary>
public static class AzureAlertServices
{
    /// <summary>Where the platform says which instance of the app this is.</summary>
    private const string InstanceVariable = "WEBSITE_INSTANCE_ID";

    /// <summary>Adds the <see cref="IAlertMemory"/> in the <see cref="EntityTables"/> among the services.</summary>
    public static IServiceCollection AddAzureAlerts(this IServiceCollection services) => services
        .AddSingleton<IAlertMemory>(provider => new TableAlertMemory(
            provider.GetRequiredService<EntityTables>(),
            Environment.GetEnvironmentVariable(InstanceVariable) is { Length: > 0 } instance ? instance : Environment.MachineName,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<TableAlertMemory>>()));
}
