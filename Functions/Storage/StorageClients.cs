using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace TaskOrchestration.Functions.Storage;

/// <summary>Makes the clients of the storage account: one of each for the whole process.</summary>
public static class StorageClients
{
    // Not the newest that the package knows: an emulator of last year, and some regions, refuse every request of a version they have not heard of.
    private const BlobClientOptions.ServiceVersion BlobVersion = BlobClientOptions.ServiceVersion.V2024_11_04;

    /// <summary>The client of its tables.</summary>
    /// <param name="connection">Which account.</param>
    /// <param name="policies">What else every single request passes through.</param>
    public static TableServiceClient Tables(StorageConnection connection, params IEnumerable<HttpPipelinePolicy> policies)
    {
        var options = Prepared(new TableClientOptions(), policies, StorageMeterPolicy.OfTables);
        return connection switch
        {
            StorageConnection.ByText text => new TableServiceClient(text.ConnectionString, options),
            StorageConnection.ByIdentity identity => new TableServiceClient(identity.Tables, Credential(identity.ClientId), options),
            _ => throw new UnreachableException($"A connection of another kind: {connection}."),
        };
    }

    /// <summary>The client of its blobs.</summary>
    /// <inheritdoc cref="Tables"/>
    public static BlobServiceClient Blobs(StorageConnection connection, params IEnumerable<HttpPipelinePolicy> policies)
    {
        var options = Prepared(new BlobClientOptions(BlobVersion), policies, StorageMeterPolicy.OfBlobs);
        return connection switch
        {
            StorageConnection.ByText text => new BlobServiceClient(text.ConnectionString, options),
            StorageConnection.ByIdentity identity => new BlobServiceClient(identity.Blobs, Credential(identity.ClientId), options),
            _ => throw new UnreachableException($"A connection of another kind: {connection}."),
        };
    }

    private static TOptions Prepared<TOptions>(TOptions options, IEnumerable<HttpPipelinePolicy> policies, HttpPipelinePolicy meter)
        where TOptions : ClientOptions
    {
        // Storage answers in milliseconds: short waits first, and no single request that holds a function up for the default 100 seconds.
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 4;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(10);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        options.AddPolicy(meter, HttpPipelinePosition.PerRetry);
        foreach (var policy in policies)
        {
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        return options;
    }

    private static TokenCredential Credential(string? clientId) =>
        string.IsNullOrEmpty(clientId) ? new DefaultAzureCredential() : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
}
