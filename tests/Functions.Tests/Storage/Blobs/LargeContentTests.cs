using System.Security.Cryptography;
using Azure.Storage.Blobs;
using TaskOrchestration.Functions.Storage.Blobs;
using TaskOrchestration.Functions.Tests.Telemetry;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Blobs;

[Collection(ProcessOfItsOwn.Name)]
public sealed class LargeContentTests
{
    [Fact]
    public async Task Streams_200_MB_both_ways_in_little_memory()
    {
        const long Length = 200_000_000;
        var store = new AzureBlobStore(new BlobContainerClient(AzuriteServer.NewAccount().ConnectionString, AzureBlobStore.ContainerName), TimeProvider.System);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;

        var written = await store.WriteAsync("big", new Noise(Length, () => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false))), new BlobDraft("text/plain", "Ada"));
        await using var opened = await store.OpenAsync("big");
        using var hash = SHA256.Create();
        var buffer = new byte[81_920];
        for (int read; (read = await opened!.Stream.ReadAsync(buffer)) > 0;)
        {
            hash.TransformBlock(buffer, 0, read, null, 0);
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
        }

        hash.TransformFinalBlock([], 0, 0);
        Assert.Equal((Length, written.Sha256), (written.Length, Convert.ToHexStringLower(hash.Hash!)));
        Assert.InRange(most - before, 0, 100_000_000);
    }
}
