using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Orchestrations.Catalog;

namespace TaskOrchestration.Functions.Storage.Catalog;

/// <summary>Puts the machines of the storage account among the services.</summary>
public static class AzureCatalogServices
{
    /// <summary>Adds the <see cref="IStateMachineStore"/> and the <see cref="IResourceDocuments"/> in the <see cref="EntityTables"/> among the services.</summary>
    public static IServiceCollection AddAzureCatalog(this IServiceCollection services) => services
        .AddSingleton<IResourceDocuments>(provider => new TableResourceDocuments(provider.GetRequiredService<EntityTables>()))
        .AddSingleton<IStateMachineStore>(provider => new TableStateMachineStore(
            provider.GetRequiredService<EntityTables>(), provider.GetService<TimeProvider>() ?? TimeProvider.System));
}
