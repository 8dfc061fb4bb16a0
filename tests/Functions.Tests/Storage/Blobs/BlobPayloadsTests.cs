using Azure;
using Azure.Storage.Blobs;
using TaskOrchestration.Functions.Durable.Payloads;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Blobs;

public sealed class BlobPayloadsTests
{
    private readonly BlobPayloads payloads = new(new BlobContainerClient(AzuriteServer.NewAccount().ConnectionString, BlobPayloads.ContainerName));

    [Fact]
    public async Task Reads_what_was_written_however_often_it_was()
    {
        var text = string.Concat(Enumerable.Repeat("ü漢🚚\n", 100_000));

        await payloads.WriteAsync("one/a", text);
        await payloads.WriteAsync("one/a", text);

        Assert.Equal(text, await payloads.ReadAsync("one/a"));
    }

    [Fact]
    public async Task Deletes_what_belongs_to_one_orchestration_and_nothing_else()
    {
        await payloads.WriteAsync("one/a", "1");
        await payloads.WriteAsync("one/b", "2");
        await payloads.WriteAsync("one-1/a", "3");

        await payloads.DeleteAllAsync("one");

        Assert.Equal("3", await payloads.ReadAsync("one-1/a"));
        await Assert.ThrowsAsync<RequestFailedException>(() => payloads.ReadAsync("one/a"));
        await Assert.ThrowsAsync<RequestFailedException>(() => payloads.ReadAsync("one/b"));
    }

    [Fact]
    public async Task Has_nothing_to_delete_where_nothing_was_written() => Assert.Null(await Record.ExceptionAsync(() => payloads.DeleteAllAsync("one")));
}
