using System.Text;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Objects;

/// <summary><c>aws-sdk:s3:listObjectsV2</c>: the objects of a bucket, sorted by key, page by page.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</seealso>
public sealed class ListObjectsV2(StoredObjects objects) : IServiceAction
{
    private const int LargestPage = 1000;

    /// <inheritdoc/>
    public AwsService Service => AwsService.S3;

    /// <inheritdoc/>
    public string Name => "listObjectsV2";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters => null;

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var bucket = ObjectAddress.BucketIn(request);
        var (prefix, delimiter) = (request.Text("Prefix") ?? "", request.Text("Delimiter"));
        var size = (int)Math.Clamp(request.Integer("MaxKeys") ?? LargestPage, 0, LargestPage);
        var after = request.Text("ContinuationToken") is { } token ? Position(token) : request.Text("StartAfter") ?? "";
        var found = (await objects.ListAsync(bucket, cancellationToken))
            .Select(version => (Key: version.Path[(bucket.Length + 1)..], Version: version))
            .Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => (Name: Folded(one.Key, prefix, delimiter) ?? one.Key, IsFolder: Folded(one.Key, prefix, delimiter) is not null, one.Version))
            .DistinctBy(one => (one.Name, one.IsFolder))
            .Where(one => string.CompareOrdinal(one.Name, after) > 0);
        var page = found.Take(size + 1).ToArray();
        var isTruncated = page.Length > size;
        var shown = page.Take(size).ToArray();
        var contents = new List<Json>();
        foreach (var one in shown.Where(one => !one.IsFolder))
        {
            contents.Add(await ShownAsync(one.Name, one.Version, cancellationToken));
        }

        return new JsonObjectBuilder(10)
            .SetIfPresent("CommonPrefixes", shown.Any(one => one.IsFolder) ? Folders(shown.Where(one => one.IsFolder).Select(one => one.Name)) : null)
            .SetIfPresent("Contents", contents.Count == 0 ? null : JsonArray.Of(contents))
            .SetIfPresent("ContinuationToken", request.Text("ContinuationToken"))
            .SetIfPresent("Delimiter", delimiter)
            .Set("IsTruncated", Json.Of(isTruncated))
            .Set("KeyCount", Json.Of(shown.Length))
            .Set("MaxKeys", Json.Of(size))
            .Set("Name", Json.Of(bucket))
            .SetIfPresent("NextContinuationToken", isTruncated && shown.Length > 0 ? Token(shown[^1].Name) : null)
            .Set("Prefix", Json.Of(prefix))
            .SetIfPresent("StartAfter", request.Text("StartAfter"))
            .Build();
    }

    /// <summary>The folder that stands for a key, up to the delimiter after the prefix; null for a key that stands for itself.</summary>
    private static string? Folded(string key, string prefix, string? delimiter)
    {
        var at = string.IsNullOrEmpty(delimiter) ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return at < 0 ? null : key[..(at + delimiter!.Length)];
    }

    private static JsonArray Folders(IEnumerable<string> names) => JsonArray.Of(names.Select(name => JsonObject.Of(("Prefix", Json.Of(name)))));

    private async ValueTask<Json> ShownAsync(string key, BlobVersion version, CancellationToken cancellationToken) => JsonObject.Of(
        ("ETag", Json.Of(await objects.ETagAsync(version.Path, cancellationToken))),
        ("Key", Json.Of(key)),
        ("LastModified", StoredObjects.Moment(version.At)),
        ("Size", Json.Of(version.Length)),
        ("StorageClass", Json.Of("STANDARD")));

    private static string Token(string position) => Convert.ToBase64String(Encoding.UTF8.GetBytes(position));

    private static string Position(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw new ServiceException("InvalidArgument", "The continuation token provided is incorrect");
        }
    }
}
