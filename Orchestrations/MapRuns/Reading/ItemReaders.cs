using System.Diagnostics;
using System.Runtime.CompilerServices;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>Reads the items of Map Runs, from files or listings of files. However many there are, only a few are in memory at once.</summary>
/// <remarks>Files are blobs: a bucket is the first folder of a path, and <c>s3://orders/2026/a.csv</c> is the blob <c>orders/2026/a.csv</c>.</remarks>
public sealed class ItemReaders
{
    private readonly StoredObjects objects;
    private readonly Inventory inventory;
    private readonly AthenaManifest athena;

    /// <summary>Readers over these blobs.</summary>
    public ItemReaders(IBlobStore blobs)
    {
        ArgumentNullException.ThrowIfNull(blobs);
        objects = new StoredObjects(blobs);
        inventory = new Inventory(objects);
        athena = new AthenaManifest(objects);
    }

    /// <summary>The items, one by one.</summary>
    /// <exception cref="ItemReaderException">They cannot be read.</exception>
    public IAsyncEnumerable<MapItem> ReadAsync(ItemSource source, CancellationToken cancellationToken = default) => source switch
    {
        { AtHand: { } items } => items.ToAsyncEnumerable(),
        ItemSource.Read read => First(Open(read, cancellationToken), read.MaxItems),
        _ => throw new UnreachableException($"no way to read {source?.GetType().Name}"),
    };

    private static IAsyncEnumerable<MapItem> First(IAsyncEnumerable<MapItem> items, long? most) =>
        items.Take((int)Math.Min(most is > 0 ? most.Value : ReadLimits.Items, ReadLimits.Items));

    private IAsyncEnumerable<MapItem> Open(ItemSource.Read read, CancellationToken cancellationToken) => ActionOf(read.Resource) switch
    {
        "s3:getObject" => FileAsync(read, Text(read, "Bucket"), Text(read, "Key"), OptionalText(read, "VersionId"), cancellationToken),
        "s3:listObjectsV2" => ListingAsync(read, cancellationToken),
        _ => throw new ItemReaderException($"Expected an ItemReader with the Resource arn:aws:states:::s3:getObject or arn:aws:states:::s3:listObjectsV2, found '{read.Resource}'."),
    };

    private static string ActionOf(string resource) => resource.Split(":::") is [_, var action] ? action : resource;

    private async IAsyncEnumerable<MapItem> FileAsync(
        ItemSource.Read read, string bucket, string key, string? versionId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var content = await objects.OpenAsync(bucket, key, versionId, cancellationToken);
        var source = StoredObjects.UriOf(bucket, key);
        await foreach (var item in ItemsOf(content.Stream, read.Config, bucket, cancellationToken))
        {
            yield return item.Source is null ? item with { Source = source } : item;
        }
    }

    private IAsyncEnumerable<MapItem> ItemsOf(Stream file, ReaderConfig config, string bucket, CancellationToken cancellationToken) => config switch
    {
        { ManifestType: ReaderManifestType.AthenaData } => athena.ReadAsync(file, config, cancellationToken),
        { InputType: ReaderInputType.Manifest } or { InputType: null, ManifestType: ReaderManifestType.S3Inventory } => inventory.ReadAsync(file, bucket, cancellationToken),
        _ => FileItems.Of(file, config, cancellationToken),
    };

    private async IAsyncEnumerable<MapItem> ListingAsync(ItemSource.Read read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bucket = Text(read, "Bucket");
        foreach (var (key, version) in await objects.ListAsync(bucket, OptionalText(read, "Prefix") ?? "", cancellationToken))
        {
            if (read.Config.Transformation != ReaderTransformation.LoadAndFlatten)
            {
                yield return new MapItem(ListedObject.Of(key, version), Key: null, StoredObjects.UriOf(bucket));
                continue;
            }

            await foreach (var item in FileAsync(read, bucket, key, version.VersionId, cancellationToken))
            {
                yield return item;
            }
        }
    }

    private static string Text(ItemSource.Read read, string name) =>
        OptionalText(read, name) ?? throw new ItemReaderException($"Expected an ItemReader with an argument '{name}', found none.");

    private static string? OptionalText(ItemSource.Read read, string name) => read.Arguments[name] switch
    {
        null or JsonNull => null,
        JsonString text => text.Value,
        var other => throw new ItemReaderException($"Expected a text for the ItemReader's argument '{name}', found {other}."),
    };
}
