using Azure.Storage.Blobs.Models;

namespace TaskOrchestration.Offline.Tests.Blobs;

public sealed class BlobContainerClientTests : BlobTest
{
    [Fact]
    public async Task Makes_a_container_once_and_deletes_it_once()
    {
        var container = Service.GetBlobContainerClient("once");

        Assert.False((await container.ExistsAsync()).Value);
        Assert.NotNull(await container.CreateIfNotExistsAsync());
        Assert.Null(await container.CreateIfNotExistsAsync());
        Assert.True((await container.ExistsAsync()).Value);
        Assert.True((await container.DeleteIfExistsAsync()).Value);
        Assert.False((await container.DeleteIfExistsAsync()).Value);
    }

    [Fact]
    public void Knows_its_address()
    {
        Assert.Equal($"{Account.BlobEndpoint}/files", Container.Uri.ToString());
        Assert.Equal((Account.Name, "files"), (Container.AccountName, Container.Name));
        Assert.Equal($"{Account.BlobEndpoint}/files/a/b%20%23%C3%BC", Container.GetBlobClient("a/b #ü").Uri.AbsoluteUri);
    }

    [Fact]
    public async Task Lists_blobs_in_the_order_of_their_names_with_what_is_asked_for()
    {
        foreach (var name in new[] { "b", "a/2", "a/1", "a-b", "A" })
        {
            await Container.GetBlobClient(name).UploadAsync(
                Bytes(name),
                new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["by"] = "ada" }, HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" } });
        }

        var all = await Container.GetBlobsAsync().ToListAsync();
        var some = await Container.GetBlobsAsync(new GetBlobsOptions { Prefix = "a/", Traits = BlobTraits.Metadata }).ToListAsync();

        Assert.Equal(["A", "a-b", "a/1", "a/2", "b"], all.Select(blob => blob.Name));
        Assert.All(all, blob => Assert.Null(blob.Metadata));
        Assert.Equal(["a/1", "a/2"], some.Select(blob => blob.Name));
        Assert.All(some, blob =>
        {
            Assert.Equal("ada", blob.Metadata!["by"]);
            Assert.Equal((3, "text/plain", BlobType.Block), (blob.Properties.ContentLength, blob.Properties.ContentType, blob.Properties.BlobType));
            Assert.NotNull(blob.Properties.ETag);
            Assert.NotNull(blob.Properties.LastModified);
        });
    }

    [Fact]
    public async Task Lists_page_after_page_and_goes_on_from_a_token()
    {
        foreach (var number in Enumerable.Range(0, 7))
        {
            await Container.GetBlobClient($"{number}").UploadAsync(Bytes("x"));
        }

        var pages = await Container.GetBlobsAsync().AsPages(pageSizeHint: 3).ToListAsync();
        var rest = await Container.GetBlobsAsync().AsPages(pages[0].ContinuationToken, 10).ToListAsync();

        Assert.Equal([3, 3, 1], pages.Select(page => page.Values.Count));
        Assert.Equal(["3", "4", "5", "6"], rest.SelectMany(page => page.Values).Select(blob => blob.Name));
        Assert.True(string.IsNullOrEmpty(pages[^1].ContinuationToken));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("100%")]
    [InlineData("a+b&c=d?e#f")]
    [InlineData("ü/🚚/ß")]
    [InlineData("'quoted' \"twice\" <once>")]
    public async Task Takes_awkward_names(string name)
    {
        await Container.GetBlobClient(name).UploadAsync(Bytes("content"));

        Assert.Equal([name], await Container.GetBlobsAsync(new GetBlobsOptions { Prefix = name }).Select(blob => blob.Name).ToListAsync());
        Assert.Equal("content", await TextAsync(name));
        Assert.True((await Container.DeleteBlobIfExistsAsync(name)).Value);
    }

    [Fact]
    public async Task Says_when_the_container_is_missing()
    {
        var none = Service.GetBlobContainerClient("none");

        var listing = await RefusedAsync(async () => await none.GetBlobsAsync().ToListAsync());
        var writing = await RefusedAsync(() => none.GetBlobClient("a").UploadAsync(Bytes("x")));

        Assert.Equal((404, "ContainerNotFound"), (listing.Status, listing.ErrorCode));
        Assert.Equal((404, "ContainerNotFound"), (writing.Status, writing.ErrorCode));
        Assert.Contains("The specified container does not exist", writing.Message, StringComparison.Ordinal);
    }
}
