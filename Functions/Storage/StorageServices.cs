using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TaskOrchestration.Functions.Storage;

/// <summary>Registers the ways to the storage account.</summary>
public static class StorageServices
{
    /// <summary>The clients of the account that the settings name, and its tables.</summary>
    public static IServiceCollection AddStorageAccount(this IServiceCollection services, IConfiguration settings) => services
        .AddStorageAccount(StorageConnection.From(settings));

    /// <summary>The clients of an account, and its tables.</summary>
    public static IServiceCollection AddStorageAccount(this IServiceCollection services, StorageConnection connection) => services
        .AddSingleton(connection)
        .AddSingleton(_ => StorageClients.Tables(connection))
        .AddSingleton(_ => StorageClients.Blobs(connection))
        .AddSingleton<EntityTables>();
}
