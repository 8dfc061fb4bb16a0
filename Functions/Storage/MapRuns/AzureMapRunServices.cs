using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Steps;

namespace TaskOrchestration.Functions.Storage.MapRuns;

/// <summary>Puts the Map Runs of the storage account among the services.</summary>
public static class AzureMapRunServices
{
    /// <summary>Adds the <see cref="IMapRunStore"/> in the <see cref="EntityTables"/> among the services, and has old Map Runs purged as the executions are.</summary>
    public static IServiceCollection AddAzureMapRuns(this IServiceCollection services) => services
        .AddSingleton<IMapRunStore>(provider => new TableMapRunStore(provider.GetRequiredService<EntityTables>()))
        .AddSingleton<IPurge, MapRunRetention>();
}
