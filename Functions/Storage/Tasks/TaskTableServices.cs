using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Functions.Storage.Idempotency;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>Registers the stores of tasks, and of answers under idempotency keys.</summary>
public static class TaskTableServices
{
    /// <summary>Keeps them in the tables of the account (<see cref="EntityTables"/>). <see cref="TableTaskStore"/> is there by itself too, for whoever calls its sweep.</summary>
    public static IServiceCollection AddTableTaskStore(this IServiceCollection services) => services
        .AddSingleton(provider => new TableTaskStore(provider.GetRequiredService<EntityTables>(), provider.GetService<TimeProvider>() ?? TimeProvider.System))
        .AddSingleton<ITaskStore>(provider => provider.GetRequiredService<TableTaskStore>())
        .AddSingleton<IIdempotencyStore, TableIdempotencyStore>();
}
