using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Functions.Durable.Activities;
using TaskOrchestration.Functions.Durable.MapRuns;
using TaskOrchestration.Functions.Durable.Orchestrating;
using TaskOrchestration.Functions.Durable.Payloads;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Functions.Workers;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.StatusEvents;

namespace TaskOrchestration.Functions.Durable;

/// <summary>Registers what the orchestrators and activities use.</summary>
public static class DurableDriverServices
{
    /// <summary>Adds the Durable driver. It finds its observers among the registered <see cref="IExecutionObserver"/>s.</summary>
    public static IServiceCollection AddDurableDriver(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<DurableClients>();
        services.TryAddSingleton<LateExecutions>();
        services.TryAddSingleton<ParsedMachines>();
        services.TryAddSingleton(provider => new Observers(
            [.. provider.GetServices<IExecutionObserver>()], provider.GetRequiredService<ILogger<Observers>>()));
        services.TryAddSingleton<MachineCache>();
        services.TryAddSingleton<IPayloads>(provider => new BlobPayloads(
            provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(BlobPayloads.ContainerName)));
        services.TryAddSingleton<ExecutionInputs>();
        services.TryAddSingleton(provider => new MapRunAdvancing(
            provider.GetRequiredService<IMapRunStore>(), provider.GetRequiredService<IBlobStore>(), provider.GetRequiredService<TimeProvider>(), PendingRedrivesOf(provider)));
        services.TryAddSingleton<MapRunBells>();
        services.TryAddSingleton<MapRunTasks>();
        services.TryAddSingleton<MapRunStopping>();
        services.TryAddSingleton<EndedHistories>();
        services.TryAddSingleton<ParentNotices>();
        services.TryAddSingleton<ActivityOptions>();
        services.TryAddSingleton<WorkerLines>();
        services.TryAddSingleton<WaitingTasks>();
        services.TryAddSingleton<Recording>();
        services.TryAddSingleton<TaskPerformance>();
        services.TryAddSingleton<ChildStopping>();
        return services;
    }

    /// <summary>None in a host that tells nobody.</summary>
    private static PendingRedrives? PendingRedrivesOf(IServiceProvider provider) =>
        provider.GetService<IStatusOutbox>() is { } outbox && provider.GetService<StatusSubscriptions>() is { } subscriptions
            ? new PendingRedrives(provider.GetRequiredService<IMapRunStore>(), outbox, subscriptions)
            : null;
}
