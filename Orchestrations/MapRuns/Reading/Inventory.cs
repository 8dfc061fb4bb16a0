using System.IO.Compression;
using System.Runtime.CompilerServices;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>The items of an inventory of a bucket: the rows of the CSV files that its manifest names, with the columns that it names.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html">Inventory manifests on AWS</seealso>
internal sealed class Inventory(StoredObjects objects)
{
    private const int LargestManifest = ReadLimits.ItemBytes;

    /// <summary>The items, one by one. Keys stay as the inventory writes them, percent signs included.</summary>
    /// <param name="stream">The manifest.</param>
    /// <param name="bucket">The bucket it lies in, which the files lie in too unless it says otherwise.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async IAsyncEnumerable<MapItem> ReadAsync(Stream stream, string bucket, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var manifest = await ManifestAsync(stream, cancellationToken);
        var columns = Text(manifest, "fileSchema").Split(',', StringSplitOptions.TrimEntries);
        var filesBucket = (manifest["destinationBucket"] as JsonString)?.Value.Split(":::")[^1] ?? bucket;
        foreach (var key in Keys(manifest))
        {
            var source = StoredObjects.UriOf(filesBucket, key);
            await using var content = await objects.OpenAsync(filesBucket, key, versionId: null, cancellationToken);
            await using var file = key.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(content.Stream, CompressionMode.Decompress, leaveOpen: true) : content.Stream;
            await foreach (var item in CsvItems.ReadAsync(file, CsvDelimiter.Comma, columns, cancellationToken))
            {
                yield return item with { Source = source };
            }
        }
    }

    private static async ValueTask<JsonObject> ManifestAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > LargestManifest)
            {
                throw new ItemReaderException($"Expected a manifest of at most {LargestManifest} bytes, found a larger one.");
            }
        }

        try
        {
            return Json.Parse(whole.GetBuffer().AsSpan(0, (int)whole.Length)) as JsonObject ?? throw new ItemReaderException("Expected a manifest, a JSON object; found other JSON.");
        }
        catch (JsonSyntaxException e)
        {
            throw new ItemReaderException($"Expected a manifest, a JSON object; found no JSON: {e.Message}", e);
        }
    }

    private static IEnumerable<string> Keys(JsonObject manifest)
    {
        if (Text(manifest, "fileFormat") is not "CSV" and var format)
        {
            throw new ItemReaderException($"Expected an inventory with the fileFormat CSV, found '{format}'.");
        }

        var files = manifest["files"] as JsonArray ?? throw new ItemReaderException("Expected a manifest with an array 'files', found none.");
        return files.Select(file => Text(file as JsonObject ?? JsonObject.Empty, "key"));
    }

    private static string Text(JsonObject manifest, string name) =>
        manifest[name] is JsonString { Value: var text } ? text : throw new ItemReaderException($"Expected a manifest with a text '{name}', found {manifest[name]?.ToString() ?? "none"}.");
}
