using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace TaskOrchestration.Offline.Tests.Blobs;

public sealed class BlobClientTests : BlobTest
{
    [Fact]
    public async Task Gives_back_what_was_uploaded_with_its_headers_and_metadata()
    {
        var blob = Container.GetBlobClient("a");
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain; charset=utf-8", CacheControl = "no-store" },
            Metadata = new Dictionary<string, string> { ["one"] = "1", ["two"] = "zwei" },
        };

        var written = (await blob.UploadAsync(Bytes("content"), options)).Value;
        var known = (await blob.GetPropertiesAsync()).Value;
        using var read = (await blob.DownloadStreamingAsync()).Value;
        using var reader = new StreamReader(read.Content);

        Assert.Equal("content", await reader.ReadToEndAsync());
        Assert.Equal((7, "text/plain; charset=utf-8", BlobType.Block), (known.ContentLength, known.ContentType, known.BlobType));
        Assert.Equal(new Dictionary<string, string> { ["one"] = "1", ["two"] = "zwei" }, known.Metadata);
        Assert.Equal(known.Metadata, read.Details.Metadata);
        Assert.Equal((written.ETag, written.ETag), (known.ETag, read.Details.ETag));
        Assert.Equal("mgNkuembtIDdJeHwKEyFVQ==", Convert.ToBase64String(known.ContentHash!));
        Assert.Equal(written.LastModified, known.LastModified);
    }

    [Fact]
    public async Task Downloads_a_range()
    {
        var blob = Container.GetBlobClient("a");
        await blob.UploadAsync(BinaryData.FromString("0123456789"), overwrite: true);

        var middle = (await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(3, 4) })).Value;
        var rest = (await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(8) })).Value;
        var beyond = await RefusedAsync(() => blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(11) }));

        Assert.Equal(("3456", 4, "bytes 3-6/10"), (middle.Content.ToString(), middle.Details.ContentLength, middle.Details.ContentRange));
        Assert.Equal("89", rest.Content.ToString());
        Assert.Equal((416, "InvalidRange"), (beyond.Status, beyond.ErrorCode));
    }

    [Fact]
    public async Task Writes_under_conditions()
    {
        var blob = Container.GetBlobClient("a");
        var first = (await blob.UploadAsync(BinaryData.FromString("1"))).Value;

        var taken = await RefusedAsync(() => blob.UploadAsync(BinaryData.FromString("2")));
        var second = (await blob.UploadAsync(BinaryData.FromString("3"), On(first.ETag))).Value;
        var changed = await RefusedAsync(() => blob.UploadAsync(BinaryData.FromString("4"), On(first.ETag)));

        Assert.Equal((409, "BlobAlreadyExists"), (taken.Status, taken.ErrorCode));
        Assert.Equal((412, "ConditionNotMet"), (changed.Status, changed.ErrorCode));
        Assert.NotEqual(first.ETag, second.ETag);
        Assert.Equal("3", await TextAsync("a"));
    }

    [Fact]
    public async Task Reads_under_conditions()
    {
        var blob = Container.GetBlobClient("a");
        var first = (await blob.UploadAsync(BinaryData.FromString("1"))).Value;
        await blob.UploadAsync(BinaryData.FromString("2"), overwrite: true);

        var changed = await RefusedAsync(() => blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = first.ETag } }));

        Assert.Equal((412, "ConditionNotMet"), (changed.Status, changed.ErrorCode));
    }

    [Fact]
    public async Task Deletes_once()
    {
        var blob = Container.GetBlobClient("a");
        await blob.UploadAsync(BinaryData.FromString("1"));

        Assert.True((await blob.ExistsAsync()).Value);
        Assert.True((await blob.DeleteIfExistsAsync()).Value);
        Assert.False((await blob.DeleteIfExistsAsync()).Value);
        Assert.False((await blob.ExistsAsync()).Value);
        var deleting = await RefusedAsync(() => blob.DeleteAsync());
        var reading = await RefusedAsync(() => blob.DownloadStreamingAsync());
        var asking = await RefusedAsync(() => blob.GetPropertiesAsync());
        Assert.All([deleting, reading, asking], refused => Assert.Equal((404, "BlobNotFound"), (refused.Status, refused.ErrorCode)));
    }

    [Fact]
    public async Task Changes_metadata_under_conditions()
    {
        var blob = Container.GetBlobClient("a");
        var first = (await blob.UploadAsync(BinaryData.FromString("1"))).Value;

        await blob.SetMetadataAsync(new Dictionary<string, string> { ["a"] = "b" }, new BlobRequestConditions { IfMatch = first.ETag });
        var changed = await RefusedAsync(() => blob.SetMetadataAsync(new Dictionary<string, string>(), new BlobRequestConditions { IfMatch = first.ETag }));

        Assert.Equal("ConditionNotMet", changed.ErrorCode);
        Assert.Equal("b", (await blob.GetPropertiesAsync()).Value.Metadata["A"]);
    }

    [Fact]
    public async Task Makes_a_blob_of_blocks_when_they_are_committed()
    {
        var blob = Container.GetBlockBlobClient("a");
        string[] ids = [.. Enumerable.Range(0, 3).Select(number => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{number:D6}")))];
        foreach (var id in ids)
        {
            await blob.StageBlockAsync(id, Bytes(id));
        }

        var before = await blob.ExistsAsync();
        var listed = await Container.GetBlobsAsync().ToListAsync();
        await blob.CommitBlockListAsync([ids[2], ids[0]], new CommitBlockListOptions { Metadata = new Dictionary<string, string> { ["k"] = "v" } });
        var unknown = await RefusedAsync(() => blob.CommitBlockListAsync([ids[1]], new CommitBlockListOptions()));

        Assert.False(before.Value);
        Assert.Empty(listed);
        Assert.Equal(ids[2] + ids[0], await TextAsync("a"));
        Assert.Equal("v", (await blob.GetPropertiesAsync()).Value.Metadata["k"]);
        Assert.Equal((400, "InvalidBlockList"), (unknown.Status, unknown.ErrorCode));
    }

    [Fact]
    public async Task Uploads_a_stream_of_unknown_length()
    {
        var bytes = RandomNumberGenerator.GetBytes((8 << 20) + 12_345);
        using var compressed = new MemoryStream();
        await using (var writing = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionLevel.NoCompression, leaveOpen: true))
        {
            await writing.WriteAsync(bytes);
        }

        compressed.Position = 0;
        await using var content = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionMode.Decompress);
        await Container.GetBlobClient("a").UploadAsync(content, new BlobUploadOptions());

        Assert.Equal(bytes, (await Container.GetBlobClient("a").DownloadContentAsync()).Value.Content.ToArray());
    }

    [Fact]
    public async Task Names_the_version_that_is_asked_for()
    {
        var blob = Container.GetBlobClient("a b").WithVersion("2025-01-01T00:00:00.0000000Z");

        Assert.Equal($"{Account.BlobEndpoint}/files/a%20b?versionid=2025-01-01T00%3A00%3A00.0000000Z", blob.Uri.AbsoluteUri);
        await Task.CompletedTask;
    }

    private static BlobUploadOptions On(ETag tag) => new() { Conditions = new BlobRequestConditions { IfMatch = tag } };
}
