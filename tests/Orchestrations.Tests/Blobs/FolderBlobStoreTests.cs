using Microsoft.Data.Sqlite;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Blobs;

public sealed class FolderBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private TaskDatabase? database;

    private string Blobs => Path.Combine(folder.Path, FolderBlobStore.FolderName);

    public void Dispose()
    {
        database?.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Keeps_what_was_written_when_it_is_opened_again()
    {
        await WriteAsync(CreateStore(), "a/b", "content");

        var again = CreateStore();

        Assert.Equal("content", await TextAsync(again, "a/b"));
        Assert.Single(Files());
    }

    [Fact]
    public async Task Sweeps_away_what_a_killed_process_had_not_finished()
    {
        await WriteAsync(CreateStore(), "a", "content");
        await File.WriteAllTextAsync(Path.Combine(Blobs, "unsettled", "0123456789abcdef0123456789abcdef"), "half a blo");

        var again = CreateStore();

        Assert.Equal("content", await TextAsync(again, "a"));
        Assert.Single(Files());
    }

    [Fact]
    public async Task Finds_what_a_killed_process_had_finished_but_not_put_in_its_place()
    {
        await WriteAsync(CreateStore(), "a", "content");
        var file = Assert.Single(Files());
        var unsettled = Path.Combine(Blobs, "unsettled", Path.GetFileName(file));
        File.Move(file, unsettled);

        Assert.Equal("content", await TextAsync(CreateStore(), "a"));
        Assert.Equal([file], Files());
    }

    [Fact]
    public async Task Leaves_no_file_behind_that_belongs_to_no_version()
    {
        var store = CreateStore();
        await WriteAsync(store, "a", "content");
        await WriteAsync(store, "b", "content");
        await Assert.ThrowsAsync<BlobTooLargeException>(
            async () => await store.WriteAsync("a", new MemoryStream(new byte[10]), new BlobDraft("text/plain", "Ada", MaximumBytes: 9)));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            await WriteAsync(store, "a", "content");
            await store.DeleteAsync("a");
        })));
        await store.DeleteAsync("a");
        await store.PurgeAsync("", DateTimeOffset.MaxValue);

        Assert.Empty(Files());
    }

    [Fact]
    public async Task Keeps_nothing_when_the_row_cannot_be_written()
    {
        var store = CreateStore();
        await database!.WriteAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "CREATE TRIGGER refuse BEFORE INSERT ON blobs BEGIN SELECT RAISE(ABORT, 'no'); END";
                return command.ExecuteNonQuery();
            },
            CancellationToken.None);

        await Assert.ThrowsAsync<SqliteException>(async () => await WriteAsync(store, "a", "content"));

        Assert.Null(await store.OpenAsync("a"));
        CreateStore();
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Says_which_file_is_missing()
    {
        var store = CreateStore();
        var version = await WriteAsync(store, "a", "content");
        File.Delete(Assert.Single(Files()));

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(async () => await store.OpenAsync("a"));

        Assert.EndsWith($"with version {version.VersionId} of 'a', found none.", refusal.Message, StringComparison.Ordinal);
    }

    protected override IBlobStore CreateStore()
    {
        database?.Dispose();
        database = TaskDatabase.Open(folder.Path);
        return FolderBlobStore.Open(folder.Path, database, Time);
    }

    private string[] Files() => Directory.GetFiles(Blobs, "*", SearchOption.AllDirectories);
}
