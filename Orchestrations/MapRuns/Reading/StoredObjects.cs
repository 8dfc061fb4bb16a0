using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>Objects in buckets, kept as blobs: the bucket is the first folder of the path.</summary>
internal sealed class StoredObjects(IBlobStore blobs)
{
    /// <summary>Opens an object.</summary>
    /// <exception cref="ItemReaderException">There is none.</exception>
    public async ValueTask<BlobContent> OpenAsync(string bucket, string key, string? versionId, CancellationToken cancellationToken)
    {
        CheckBucket(bucket);
        try
        {
            return await blobs.OpenAsync(PathOf(bucket, key), versionId, cancellationToken)
                ?? throw new ItemReaderException(
                    $"The specified key does not exist: expected an object '{key}' in the bucket '{bucket}'{(versionId is null ? "" : $" of the version '{versionId}'")}, found none.");
        }
        catch (InvalidBlobPathException e)
        {
            throw new ItemReaderException($"Expected the bucket and the key of an object, found '{bucket}' and '{key}': {e.Message}", e);
        }
    }

    /// <summary>The objects whose keys begin so, in the order of their keys.</summary>
    public async ValueTask<IEnumerable<(string Key, BlobVersion Version)>> ListAsync(string bucket, string prefix, CancellationToken cancellationToken)
    {
        CheckBucket(bucket);
        try
        {
            var folder = prefix.LastIndexOf('/') is var slash and >= 0 ? PathOf(bucket, prefix[..slash]) : bucket;
            var found = await blobs.ListAsync(folder, cancellationToken);
            return found.Select(version => (Key: version.Path[(bucket.Length + 1)..], version)).Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal));
        }
        catch (InvalidBlobPathException e)
        {
            throw new ItemReaderException($"Expected a bucket and a prefix of keys, found '{bucket}' and '{prefix}': {e.Message}", e);
        }
    }

    /// <summary>Where an object is kept.</summary>
    public static string PathOf(string bucket, string key) => $"{bucket}/{key}";

    /// <summary>What <c>$$.Map.Item.Source</c> calls a bucket, or an object in it.</summary>
    public static string UriOf(string bucket, string? key = null) => key is null ? $"S3://{bucket}" : $"S3://{bucket}/{key}";

    private static void CheckBucket(string bucket)
    {
        if (OwnFolders.WhyDenied(bucket) is { } reason)
        {
            throw new ItemReaderException($"{reason}.");
        }
    }
}
