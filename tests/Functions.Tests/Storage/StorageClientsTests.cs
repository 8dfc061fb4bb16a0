using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using TaskOrchestration.Functions.Storage;

namespace TaskOrchestration.Functions.Tests.Storage;

public sealed class StorageClientsTests
{
    [Fact]
    public async Task Speaks_to_blobs_in_a_version_that_emulators_know()
    {
        var seen = new VersionSeen();
        var blobs = StorageClients.Blobs(new StorageConnection.ByText("UseDevelopmentStorage=true"), seen);

        await Assert.ThrowsAsync<RequestFailedException>(async () => await blobs.GetBlobContainerClient("files").CreateIfNotExistsAsync());

        Assert.Equal("2024-11-04", seen.Version);
    }

    private sealed class VersionSeen : HttpPipelineSynchronousPolicy
    {
        public string? Version { get; private set; }

        public override void OnSendingRequest(HttpMessage message)
        {
            Version = message.Request.Headers.TryGetValue("x-ms-version", out var version) ? version : null;
            throw new RequestFailedException(400, "It goes no further.");
        }
    }
}
