using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Resources.Tables;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Registers where the business keeps its records.</summary>
public static class TaskStoreServices
{
    /// <summary>Keeps them in <see cref="TaskDatabase.FileName"/> in the data folder, and blobs in a folder beside it. The file is opened when first needed and closed with the services.</summary>
    public static IServiceCollection AddSqliteStores(this IServiceCollection services, string dataFolder) => services
        .AddSingleton(_ => TaskDatabase.Open(dataFolder))
        .AddSingleton<IOrderStore, SqliteOrderStore>()
        .AddSingleton<ITransactionStore, SqliteTransactionStore>()
        .AddSingleton<ILedger, SqliteLedger>()
        .AddSingleton<ISettlementStore, SqliteSettlementStore>()
        .AddSingleton<IReservationStore, SqliteReservationStore>()
        .AddSingleton<IAnswerStore, SqliteAnswerStore>()
        .AddSingleton<ITaskStore, SqliteTaskStore>()
        .AddSingleton<IIdempotencyStore, SqliteIdempotencyStore>()
        .AddSingleton<IMessageStore>(provider => new SqliteMessageStore(provider.GetRequiredService<TaskDatabase>(), TimeOf(provider)))
        .AddSingleton<IItemStore>(provider => new SqliteItemStore(provider.GetRequiredService<TaskDatabase>(), TimeOf(provider)))
        .AddSingleton<IBlobStore>(provider => FolderBlobStore.Open(dataFolder, provider.GetRequiredService<TaskDatabase>(), TimeOf(provider)));

    /// <summary>Keeps them in memory, until the process ends.</summary>
    public static IServiceCollection AddInMemoryStores(this IServiceCollection services) => services
        .AddSingleton<IOrderStore, InMemoryOrderStore>()
        .AddSingleton<ITransactionStore, InMemoryTransactionStore>()
        .AddSingleton<InMemoryLedger>()
        .AddSingleton<ILedger>(services => services.GetRequiredService<InMemoryLedger>())
        .AddSingleton<ISettlementStore, InMemorySettlementStore>()
        .AddSingleton<IReservationStore, InMemoryReservationStore>()
        .AddSingleton<IAnswerStore, InMemoryAnswerStore>()
        .AddSingleton<ITaskStore, InMemoryTaskStore>()
        .AddSingleton<IIdempotencyStore, InMemoryIdempotencyStore>()
        .AddSingleton<IMessageStore>(provider => new InMemoryMessageStore(TimeOf(provider)))
        .AddSingleton<IItemStore, InMemoryItemStore>()
        .AddSingleton<IBlobStore>(provider => new InMemoryBlobStore(TimeOf(provider)));

    private static TimeProvider TimeOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;
}
