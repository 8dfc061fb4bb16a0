using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Functions.Storage.Blobs;

/// <summary>Puts the blobs of the storage account among the services.</summary>
public static class AzureBlobServices
{
    /// <summary>Adds the <see cref="IBlobStore"/> of the account that a <see cref="BlobServiceClient"/> among the services leads to.</summary>
    public static IServiceCollection AddAzureBlobs(this IServiceCollection services) => services
        .AddSingleton<IBlobStore>(provider => new AzureBlobStore(
            provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(AzureBlobStore.ContainerName),
            provider.GetService<TimeProvider>() ?? TimeProvider.System));
}
