using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Functions.Workers;
using TaskOrchestration.Orchestrations.Activities;

namespace TaskOrchestration.Functions.Storage.Workers;

/// <summary>Puts the activities of the storage account, and the queues of their tasks, among the services.</summary>
public static class AzureWorkerServices
{
    /// <summary>Adds the <see cref="IActivityStore"/> and the <see cref="IWaitingLine"/> in the <see cref="EntityTables"/> among the services.</summary>
    public static IServiceCollection AddAzureWorkers(this IServiceCollection services) => services
        .AddSingleton<IActivityStore, TableActivityStore>()
        .AddSingleton<IWaitingLine, TableWaitingLine>();
}
