using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Orchestrations.Schedules;

namespace TaskOrchestration.Functions.Storage.Schedules;

/// <summary>Puts the schedules of the storage account among the services.</summary>
public static class AzureScheduleServices
{
    /// <summary>Adds the <see cref="IScheduleStore"/> in the <see cref="EntityTables"/> among the services.</summary>
    public static IServiceCollection AddAzureSchedules(this IServiceCollection services) => services
        .AddSingleton<IScheduleStore>(provider => new TableScheduleStore(provider.GetRequiredService<EntityTables>()));
}
