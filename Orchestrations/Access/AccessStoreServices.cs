using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>Registers where API keys and the audit journal are kept.</summary>
public static class AccessStoreServices
{
    /// <summary>Keeps them in the data folder. Each file is opened when first needed and closed with the services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="auditHead">Where the head of the audit journal is noted; none for beside the journal.</param>
    public static IServiceCollection AddAccessStores(this IServiceCollection services, string dataFolder, string? auditHead = null) => services
        .AddSingleton<IApiKeyStore>(_ => new SqliteApiKeyStore(dataFolder))
        .AddSingleton<IAuditJournal>(provider => new SqliteAuditJournal(dataFolder, auditHead, provider.GetService<TimeProvider>()))
        .AddSingleton(_ => new SecretBox(MasterKey.LoadOrCreate(dataFolder)))
        .AddSingleton<KeyRing>()
        .AddSingleton<ApiKeys>();
}
