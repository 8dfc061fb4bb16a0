using System.Text;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Stores;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>The items and the results of a Map Run, as files in a data folder that no server has open.</summary>
public sealed class ItemBooks : IDisposable
{
    private readonly TaskDatabase _database;
    private readonly FolderBlobStore _blobs;

    public ItemBooks(string dataFolder)
    {
        _database = TaskDatabase.Open(dataFolder);
        _blobs = FolderBlobStore.Open(dataFolder, _database, TimeProvider.System);
    }

    /// <summary>Writes a file of numbers, one a line: <c>items/numbers.jsonl</c>.</summary>
    public async Task WriteNumbersAsync(int count)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, count))));
        await _blobs.WriteAsync("items/numbers.jsonl", content, new BlobDraft("application/jsonl", "test"));
    }

    /// <summary>What a file holds.</summary>
    public async Task<Json> ReadAsync(string bucket, string key)
    {
        await using var content = await _blobs.OpenAsync($"{bucket}/{key}") ?? throw new InvalidOperationException($"There is no {bucket}/{key}.");
        using var reader = new StreamReader(content.Stream);
        return Json.Parse(await reader.ReadToEndAsync());
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
