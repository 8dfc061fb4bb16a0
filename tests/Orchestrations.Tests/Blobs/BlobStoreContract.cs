using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Blobs;

/// <summary>What every <see cref="IBlobStore"/> must do.</summary>
public abstract class BlobStoreContract
{
    private static readonly DateTimeOffset Begin = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly BlobDraft Draft = new("text/plain", "Ada");

    protected ManualTimeProvider Time { get; } = new(Begin);

    public static TheoryData<string> NoPaths =>
    [
        "", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "../../etc/passwd", "a/./b", "a\0b", "a\nb", "a/\u007f",
        new string('x', 256), string.Join('/', Enumerable.Repeat(new string('x', 200), 6)),
    ];

    [Fact]
    public async Task Has_nothing_that_was_never_written()
    {
        var store = CreateStore();

        Assert.Null(await store.OpenAsync("a"));
        Assert.Null(await store.OpenAsync("a", "0000000000000001"));
        Assert.Empty(await store.VersionsAsync("a"));
        Assert.Empty(await store.ListAsync(""));
        Assert.False(await store.DeleteAsync("a"));
        Assert.Equal(0, await store.PurgeAsync("", DateTimeOffset.MaxValue));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public async Task Gives_back_what_was_written(int length)
    {
        var store = CreateStore();
        var bytes = RandomNumberGenerator.GetBytes(length);

        var written = await store.WriteAsync("tasks/a/photo ü.png", new DrippingStream(bytes), Draft);

        var expected = new BlobVersion(
            "tasks/a/photo ü.png", written.VersionId, length, "text/plain", Convert.ToHexStringLower(SHA256.HashData(bytes)), Begin, "Ada");
        Assert.Equal(expected, written);
        await using var opened = await store.OpenAsync("tasks/a/photo ü.png");
        Assert.Equal(expected, opened!.Version);
        Assert.Equal(bytes, await BytesAsync(opened));
    }

    [Fact]
    public async Task Reads_from_any_place_on()
    {
        var store = CreateStore();
        await WriteAsync(store, "a", "0123456789");

        await using var opened = await store.OpenAsync("a");
        var buffer = new byte[3];
        opened!.Stream.Seek(6, SeekOrigin.Begin);
        await opened.Stream.ReadExactlyAsync(buffer);

        Assert.Equal(10, opened.Stream.Length);
        Assert.Equal("678", Encoding.UTF8.GetString(buffer));
    }

    [Fact]
    public async Task Keeps_every_version_and_means_the_latest()
    {
        var store = CreateStore();
        var first = await WriteAsync(store, "a", "first");
        Time.Advance(TimeSpan.FromMinutes(1));
        var second = await WriteAsync(store, "a", "second");
        var third = await WriteAsync(store, "a", "third");

        Assert.Equal([third, second, first], await store.VersionsAsync("a"));
        Assert.Equal("third", await TextAsync(store, "a"));
        Assert.Equal("first", await TextAsync(store, "a", first.VersionId));
        Assert.Equal("second", await TextAsync(store, "a", second.VersionId));
        Assert.Null(await store.OpenAsync("b", first.VersionId));
        Assert.Null(await store.OpenAsync("a", "none"));
        Assert.Equal([first.VersionId, second.VersionId, third.VersionId], new[] { third, first, second }.Select(v => v.VersionId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Lists_the_latest_version_of_each_path_under_a_folder()
    {
        var store = CreateStore();
        await WriteAsync(store, "tasks/a/2", "old");
        var two = await WriteAsync(store, "tasks/a/2", "new");
        var one = await WriteAsync(store, "tasks/a/1", "x");
        var deep = await WriteAsync(store, "tasks/a/b/c", "x");
        var other = await WriteAsync(store, "tasks/ab", "x");
        var dash = await WriteAsync(store, "tasks/a-b/c", "x");

        Assert.Equal([one, two, deep], await store.ListAsync("tasks/a"));
        Assert.Equal([one, two, deep], await store.ListAsync("tasks/a/"));
        Assert.Equal([dash, one, two, deep, other], await store.ListAsync("tasks"));
        Assert.Equal([dash, one, two, deep, other], await store.ListAsync(""));
        Assert.Empty(await store.ListAsync("tasks/ab"));
        Assert.Empty(await store.ListAsync("Tasks"));
    }

    [Fact]
    public async Task Deletes_every_version_at_a_path()
    {
        var store = CreateStore();
        var first = await WriteAsync(store, "a", "first");
        await WriteAsync(store, "a", "second");
        var other = await WriteAsync(store, "a/b", "other");

        Assert.True(await store.DeleteAsync("a"));
        Assert.False(await store.DeleteAsync("a"));

        Assert.Null(await store.OpenAsync("a"));
        Assert.Null(await store.OpenAsync("a", first.VersionId));
        Assert.Equal([other], await store.ListAsync(""));
        Assert.Equal("other", await TextAsync(store, "a/b"));
    }

    [Fact]
    public async Task Lets_a_reader_finish_what_is_deleted_meanwhile()
    {
        var store = CreateStore();
        await WriteAsync(store, "a", "content");
        await using var opened = await store.OpenAsync("a");

        await store.DeleteAsync("a");

        Assert.Equal("content", Encoding.UTF8.GetString(await BytesAsync(opened!)));
    }

    [Fact]
    public async Task Purges_what_is_older_than_a_moment()
    {
        var store = CreateStore();
        await WriteAsync(store, "logs/a", "old");
        await WriteAsync(store, "logs/b", "old");
        await WriteAsync(store, "other/a", "old");
        Time.Advance(TimeSpan.FromHours(1));
        var recent = await WriteAsync(store, "logs/a", "new");

        Assert.Equal(2, await store.PurgeAsync("logs", Time.GetUtcNow()));

        Assert.Equal([recent], await store.VersionsAsync("logs/a"));
        Assert.Equal([recent], await store.ListAsync("logs"));
        Assert.Equal("old", await TextAsync(store, "other/a"));
        Assert.Equal(0, await store.PurgeAsync("logs", Time.GetUtcNow()));
    }

    [Fact]
    public async Task Keeps_nothing_of_what_is_too_large()
    {
        var store = CreateStore();
        var before = await WriteAsync(store, "a", "before");

        var refusal = await Assert.ThrowsAsync<BlobTooLargeException>(
            async () => await store.WriteAsync("a", new DrippingStream(new byte[1_001]), Draft with { MaximumBytes = 1_000 }));
        await store.WriteAsync("b", new DrippingStream(new byte[1_000]), Draft with { MaximumBytes = 1_000 });

        Assert.Equal(1_000, refusal.MaximumBytes);
        Assert.Equal([before], await store.VersionsAsync("a"));
    }

    [Fact]
    public async Task Keeps_nothing_when_the_content_breaks_off()
    {
        var store = CreateStore();

        await Assert.ThrowsAsync<IOException>(
            async () => await store.WriteAsync("a", new DrippingStream(new byte[200_000], () => throw new IOException("gone")), Draft));

        Assert.Null(await store.OpenAsync("a"));
        Assert.Empty(await store.ListAsync(""));
    }

    [Fact]
    public async Task Keeps_nothing_of_a_write_that_is_called_off()
    {
        var store = CreateStore();
        using var calledOff = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await store.WriteAsync("a", new DrippingStream(new byte[200_000], calledOff.Cancel), Draft, calledOff.Token));

        Assert.Null(await store.OpenAsync("a"));
        Assert.Empty(await store.ListAsync(""));
    }

    [Fact]
    public async Task Keeps_each_of_many_writes_at_once_whole()
    {
        var store = CreateStore();

        var written = await Task.WhenAll(Enumerable.Range(0, 12).Select(
            i => Task.Run(async () => await WriteAsync(store, "a", new string((char)('a' + i), 50_000)))));

        Assert.Equal(written.OrderByDescending(version => version.VersionId, StringComparer.Ordinal), await store.VersionsAsync("a"));
        Assert.Equal(12, written.DistinctBy(version => version.VersionId).Count());
        foreach (var (version, i) in written.Select((version, i) => (version, i)))
        {
            Assert.Equal(new string((char)('a' + i), 50_000), await TextAsync(store, "a", version.VersionId));
        }
    }

    [Fact]
    public async Task Stays_in_order_while_some_write_and_others_delete()
    {
        var store = CreateStore();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (var round = 0; round < 10; round++)
            {
                await WriteAsync(store, "a", "content");
                await store.DeleteAsync("a");
                await using var opened = await store.OpenAsync("a");
                if (opened is not null)
                {
                    Assert.Equal("content", Encoding.UTF8.GetString(await BytesAsync(opened)));
                }
            }
        })));
        await store.DeleteAsync("a");

        Assert.Empty(await store.VersionsAsync("a"));
    }

    [Theory]
    [MemberData(nameof(NoPaths))]
    public async Task Refuses_what_is_no_path(string path)
    {
        var store = CreateStore();

        await Assert.ThrowsAsync<InvalidBlobPathException>(async () => await store.WriteAsync(path, new MemoryStream([1]), Draft));
        await Assert.ThrowsAsync<InvalidBlobPathException>(async () => await store.OpenAsync(path));
        await Assert.ThrowsAsync<InvalidBlobPathException>(async () => await store.VersionsAsync(path));
        await Assert.ThrowsAsync<InvalidBlobPathException>(async () => await store.DeleteAsync(path));
        Assert.Empty(await store.ListAsync(""));
    }

    [Fact]
    public async Task Refuses_half_a_character() =>
        await Assert.ThrowsAsync<InvalidBlobPathException>(async () => await CreateStore().OpenAsync("a\ud800"));

    [Theory]
    [InlineData(@"..\..\x")]
    [InlineData("C:")]
    [InlineData("con")]
    [InlineData("...")]
    [InlineData("a b")]
    [InlineData("%2e%2e")]
    [InlineData("'; DROP TABLE blobs; --")]
    [InlineData("🚚")]
    public async Task Takes_any_other_path(string path)
    {
        var store = CreateStore();

        await WriteAsync(store, path, "content");

        Assert.Equal("content", await TextAsync(store, path));
    }

    /// <summary>A store with nothing in it.</summary>
    protected abstract IBlobStore CreateStore();

    protected static ValueTask<BlobVersion> WriteAsync(IBlobStore store, string path, string text) =>
        store.WriteAsync(path, new MemoryStream(Encoding.UTF8.GetBytes(text)), Draft);

    protected static async Task<string> TextAsync(IBlobStore store, string path, string? versionId = null)
    {
        await using var opened = await store.OpenAsync(path, versionId);
        return Encoding.UTF8.GetString(await BytesAsync(opened!));
    }

    private static async Task<byte[]> BytesAsync(BlobContent content)
    {
        using var copy = new MemoryStream();
        await content.Stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
