using System.Security.Cryptography;
using Azure.Storage.Blobs;
using TaskOrchestration.Functions.Storage.Blobs;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Tests.Blobs;
using TaskOrchestration.Support.Azurite;

namespace TaskOrchestration.Functions.Tests.Storage.Blobs;

public sealed class AzureBlobStoreTests : BlobStoreContract
{
    private readonly AzuriteAccount account = AzuriteServer.NewAccount();
    private readonly BlobContainerClient container;

    public AzureBlobStoreTests() => container = new BlobContainerClient(account.ConnectionString, AzureBlobStore.ContainerName);

    [Fact]
    public async Task Keeps_every_version_of_64_writers_of_one_path()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 64).Select(
            // Each has a store of its own, as if each were on a machine of its own.
            i => Task.Run(async () => await WriteAsync(CreateStore(), "a", $"content {i}"))));

        var versions = await CreateStore().VersionsAsync("a");
        await using var latest = await CreateStore().OpenAsync("a");

        Assert.Equal(written.OrderByDescending(version => version.VersionId, StringComparer.Ordinal), versions);
        Assert.Equal(64, written.DistinctBy(version => version.VersionId).Count());
        Assert.Equal(versions[0], latest!.Version);
        Assert.Equal(versions[0], Assert.Single(await CreateStore().ListAsync("")));
        foreach (var (version, i) in written.Select((version, i) => (version, i)))
        {
            Assert.Equal($"content {i}", await TextAsync(CreateStore(), "a", version.VersionId));
        }
    }

    [Fact]
    public async Task Reads_large_content_from_any_place_on()
    {
        var store = CreateStore();
        var bytes = RandomNumberGenerator.GetBytes(1_000_000);
        await store.WriteAsync("a", new MemoryStream(bytes), new BlobDraft("text/plain", "Ada"));

        await using var opened = await store.OpenAsync("a");
        foreach (var (from, length) in new[] { (0, 10), (500_000, 100_000), (600_000, 10), (10, 300_000), (999_999, 1) })
        {
            var part = new byte[length];
            opened!.Stream.Seek(from, SeekOrigin.Begin);
            await opened.Stream.ReadExactlyAsync(part);
            Assert.Equal(bytes[from..(from + length)], part);
        }

        opened!.Stream.Seek(0, SeekOrigin.End);
        Assert.Equal(0, await opened.Stream.ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task Costs_two_requests_to_write_and_two_to_read()
    {
        await WriteAsync(CreateStore(), "warm", "up");
        var faults = new RequestFaults(_ => false, isCarriedOut: false);
        var store = FaultyStore(faults);

        await WriteAsync(store, "a", "content");
        Assert.Equal(2, faults.Sent);
        await TextAsync(store, "a");
        Assert.Equal(4, faults.Sent);
    }

    [Theory]
    [InlineData("....")]
    [InlineData("a./b./c.")]
    [InlineData("~v/~h/~7e")]
    [InlineData(@"\\server\share")]
    [InlineData("100%25/%2F/?x=1#y")]
    [InlineData("\"<&>'")]
    [InlineData("ü/ß/漢字/🚚🚚")]
    [InlineData("\ufffe\uffff")]
    public async Task Takes_awkward_paths_apart(string path)
    {
        var store = CreateStore();
        string[] paths = [path, $"{path}.", $"{path}/x", $"x/{path}"];

        foreach (var each in paths)
        {
            await WriteAsync(store, each, each);
        }

        Assert.Equal(paths.Order(StringComparer.Ordinal), (await store.ListAsync("")).Select(version => version.Path));
        Assert.Equal([$"{path}/x"], (await store.ListAsync(path)).Select(version => version.Path));
        foreach (var each in paths)
        {
            Assert.Equal(each, await TextAsync(store, each));
        }

        Assert.True(await store.DeleteAsync(path));
        Assert.Equal(3, (await store.ListAsync("")).Count);
    }

    [Fact]
    public async Task Takes_paths_longer_and_deeper_than_the_service_does()
    {
        var store = CreateStore();
        var longest = string.Join('/', Enumerable.Repeat(new string('漢', 255), 4));
        var deepest = string.Join('/', Enumerable.Repeat("a", 512));
        string[] paths = [longest, longest[..^1] + "字", deepest, deepest[..^1] + "b"];

        foreach (var each in paths)
        {
            await WriteAsync(store, each, each);
        }

        Assert.Equal(paths.Order(StringComparer.Ordinal), (await store.ListAsync("")).Select(version => version.Path));
        Assert.Equal(paths[..2].Order(StringComparer.Ordinal), (await store.ListAsync(longest[..511])).Select(version => version.Path));
        Assert.Equal([deepest, deepest[..^1] + "b"], (await store.ListAsync(deepest[..^2])).Select(version => version.Path));
        Assert.Empty(await store.ListAsync(new string('漢', 254)));
        foreach (var each in paths)
        {
            Assert.Equal(each, await TextAsync(store, each));
            Assert.Equal(each, Assert.Single(await store.VersionsAsync(each)).Path);
        }

        Assert.Equal(4, await store.PurgeAsync("", DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task Leaves_what_it_did_not_write_alone()
    {
        var store = CreateStore();
        await WriteAsync(store, "a", "content");
        await container.GetBlobClient("a~vffff").UploadAsync(BinaryData.FromString("foreign"), overwrite: true);
        await container.GetBlobClient("b").UploadAsync(BinaryData.FromString("foreign"), overwrite: true);

        Assert.Equal("a", Assert.Single(await store.ListAsync("")).Path);
        Assert.Single(await store.VersionsAsync("a"));
        Assert.Equal(1, await store.PurgeAsync("", DateTimeOffset.MaxValue));
        Assert.Equal(2, await container.GetBlobsAsync().CountAsync());
    }

    [Fact]
    public async Task Purges_more_than_a_page()
    {
        var store = CreateStore();
        await WriteAsync(store, "keep", "x");
        await Parallel.ForEachAsync(Enumerable.Range(0, 300), async (i, _) => await WriteAsync(store, $"logs/{i % 100}", "x"));

        Assert.Equal(300, await store.PurgeAsync("logs", DateTimeOffset.MaxValue));
        Assert.Equal("keep", Assert.Single(await store.ListAsync("")).Path);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Notices_nothing_of_a_request_that_is_lost_once(bool isCarriedOut)
    {
        for (var lost = 0; ; lost++)
        {
            var path = $"{isCarriedOut}/{lost}";
            var faults = new RequestFaults(number => number == lost, isCarriedOut);
            var store = FaultyStore(faults);

            var first = await WriteAsync(store, path, "first");
            var second = await store.WriteAsync(path, new Noise(5_000_000), new BlobDraft("text/plain", "Ada"));
            Assert.Equal([second, first], await store.VersionsAsync(path));
            Assert.Equal("first", await TextAsync(store, path, first.VersionId));
            Assert.True(await store.DeleteAsync(path));
            Assert.Empty(await store.ListAsync(path));
            if (faults.Sent <= lost)
            {
                return;
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Leaves_all_or_nothing_wherever_a_writer_dies(bool isCarriedOut)
    {
        var healthy = CreateStore();
        var before = await WriteAsync(healthy, "a", "before");
        for (var last = 0; ; last++)
        {
            var writer = FaultyStore(new RequestFaults(number => number >= last, isCarriedOut), retries: 0);

            if (await Record.ExceptionAsync(async () => await writer.WriteAsync("a", new Noise(9_000_000), new BlobDraft("text/plain", "Ada"))) is null)
            {
                Assert.Equal(2, (await healthy.VersionsAsync("a")).Count);
                return;
            }

            // A writer that dies when its last request has been carried out has written; nobody is left to take it back.
            var versions = await healthy.VersionsAsync("a");
            Assert.Equal(before, versions[^1]);
            Assert.All(versions.SkipLast(1), version => Assert.Equal(9_000_000, version.Length));
            Assert.True(versions.Count == 1 || isCarriedOut);
            foreach (var version in versions.SkipLast(1))
            {
                await container.DeleteBlobAsync(BlobNames.Of("a", version.VersionId));
            }
        }
    }

    [Theory]
    [InlineData(false, 10)]
    [InlineData(true, 10)]
    [InlineData(false, 9_000_000)]
    [InlineData(true, 9_000_000)]
    public async Task Leaves_nothing_of_a_write_that_throws(bool isCarriedOut, int length)
    {
        var before = await WriteAsync(CreateStore(), "a", "before");
        for (var lost = 0; ; lost++)
        {
            var writer = FaultyStore(new RequestFaults(number => number == lost, isCarriedOut), retries: 0);

            var failure = await Record.ExceptionAsync(async () => await writer.WriteAsync("a", new Noise(length), new BlobDraft("text/plain", "Ada")));
            if (failure is null)
            {
                return;
            }

            Assert.IsType<Domain.Failures.TransientFailureException>(failure);
            Assert.Equal([before], await CreateStore().VersionsAsync("a"));
        }
    }

    [Fact]
    public async Task Never_brings_an_older_version_back_when_a_deletion_breaks_off()
    {
        var healthy = CreateStore();
        for (var last = 0; ; last++)
        {
            await WriteAsync(healthy, "a", "old");
            var latest = await WriteAsync(healthy, "a", "new");
            var deleting = FaultyStore(new RequestFaults(number => number >= last, isCarriedOut: false), retries: 0);

            var failure = await Record.ExceptionAsync(async () => await deleting.DeleteAsync("a"));
            if (failure is null)
            {
                Assert.Empty(await healthy.VersionsAsync("a"));
                return;
            }

            Assert.Equal(latest, (await healthy.VersionsAsync("a"))[0]);
            await healthy.DeleteAsync("a");
        }
    }

    protected override IBlobStore CreateStore() => new AzureBlobStore(container, Time);

    private AzureBlobStore FaultyStore(RequestFaults faults, int retries = 3) =>
        new(FaultyStorage.Blobs(account, faults, retries).GetBlobContainerClient(AzureBlobStore.ContainerName), Time);
}
