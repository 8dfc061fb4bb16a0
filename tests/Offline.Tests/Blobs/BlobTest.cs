using System.Text;
using Azure;
using Azure.Storage.Blobs;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Offline.Tests.Blobs;

/// <summary>A test with a container that nobody else has.</summary>
public abstract class BlobTest : IAsyncLifetime
{
    protected AzuriteAccount Account { get; } = AzuriteServer.NewAccount();

    protected BlobServiceClient Service => new(Account.ConnectionString);

    protected BlobContainerClient Container => Service.GetBlobContainerClient("files");

    public async Task InitializeAsync() => await Container.CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    protected static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    protected static Task<RequestFailedException> RefusedAsync(Func<Task> request) => Assert.ThrowsAsync<RequestFailedException>(request);

    protected async Task<string> TextAsync(string name) => (await Container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString();
}
