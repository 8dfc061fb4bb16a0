using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Domain.InMemory;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>Registers where the business keeps its records.</summary>
public static class TaskStoreServices
{
    /// <summary>Keeps them in <see cref="TaskDatabase.FileName"/> in the data folder. The file is opened when first needed and closed with the services.</summary>
    public static IServiceCollection AddSqliteStores(this IServiceCollection services, string dataFolder) => services
        .AddSingleton(_ => TaskDatabase.Open(dataFolder))
        .AddSingleton<IOrderStore, SqliteOrderStore>()
        .AddSingleton<ITransactionStore, SqliteTransactionStore>()
        .AddSingleton<ILedger, SqliteLedger>()
        .AddSingleton<ISettlementStore, SqliteSettlementStore>()
        .AddSingleton<IReservationStore, SqliteReservationStore>()
        .AddSingleton<IAnswerStore, SqliteAnswerStore>();

    /// <summary>Keeps them in memory, until the process ends.</summary>
    public static IServiceCollection AddInMemoryStores(this IServiceCollection services) => services
        .AddSingleton<IOrderStore, InMemoryOrderStore>()
        .AddSingleton<ITransactionStore, InMemoryTransactionStore>()
        .AddSingleton<InMemoryLedger>()
        .AddSingleton<ILedger>(services => services.GetRequiredService<InMemoryLedger>())
        .AddSingleton<ISettlementStore, InMemorySettlementStore>()
        .AddSingleton<IReservationStore, InMemoryReservationStore>()
        .AddSingleton<IAnswerStore, InMemoryAnswerStore>();
}
