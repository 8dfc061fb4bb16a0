using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Functions.Storage.Access;

/// <summary>Puts the API keys and the audit journal of the storage account among the services.</summary>
public static class AzureAccessServices
{
    /// <summary>Adds the <see cref="IApiKeyStore"/> and the <see cref="IAuditJournal"/> in the <see cref="EntityTables"/>, and the head of the journal in a blob.</summary>
    public static IServiceCollection AddAzureAccess(this IServiceCollection services) => services
        .AddSingleton<IApiKeyStore>(provider => new TableApiKeyStore(provider.GetRequiredService<EntityTables>(), TimeOf(provider)))
        .AddSingleton<IAuditJournal>(provider => new TableAuditJournal(
            new AuditTable(provider.GetRequiredService<EntityTables>()),
            new AuditHeadBlob(provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(AuditHeadBlob.ContainerName)),
            TimeOf(provider),
            provider.GetRequiredService<ILogger<TableAuditJournal>>()));

    private static TimeProvider TimeOf(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;
}
