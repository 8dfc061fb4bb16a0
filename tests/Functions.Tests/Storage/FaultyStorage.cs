using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using TaskOrchestration.Functions.Storage;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage;

/// <summary>Clients of an account whose requests fail as told, with hardly any wait between attempts.</summary>
public static class FaultyStorage
{
    /// <summary>The tables of an account.</summary>
    public static EntityTables Tables(AzuriteAccount account, RequestFaults faults, int retries = 3) =>
        new(new TableServiceClient(account.ConnectionString, Prepared(new TableClientOptions(), StorageMeterPolicy.OfTables, faults, retries)));

    /// <summary>The blobs of an account.</summary>
    public static BlobServiceClient Blobs(AzuriteAccount account, RequestFaults faults, int retries = 3) =>
        new(account.ConnectionString, Prepared(new BlobClientOptions(), StorageMeterPolicy.OfBlobs, faults, retries));

    private static TOptions Prepared<TOptions>(TOptions options, HttpPipelinePolicy meter, RequestFaults faults, int retries)
        where TOptions : ClientOptions
    {
        options.Retry.MaxRetries = retries;
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        options.AddPolicy(meter, HttpPipelinePosition.PerRetry);
        options.AddPolicy(faults, HttpPipelinePosition.PerRetry);
        return options;
    }
}
