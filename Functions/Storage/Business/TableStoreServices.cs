using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>Registers where the business keeps its records.</summary>
public static class TableStoreServices
{
    /// <summary>Keeps orders, transactions, the ledger, answers, reservations and settlements in tables of the account given with <see cref="StorageServices"/>.</summary>
    public static IServiceCollection AddTableStores(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<IOrderStore, TableOrderStore>()
            .AddSingleton<ITransactionStore, TableTransactionStore>()
            .AddSingleton<ILedger, TableLedger>()
            .AddSingleton<IAnswerStore, TableAnswerStore>()
            .AddSingleton<IReservationStore, TableReservationStore>()
            .AddSingleton<ISettlementStore, TableSettlementStore>();
    }
}
