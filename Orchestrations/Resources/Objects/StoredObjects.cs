using System.Globalization;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Objects;

/// <summary>Objects, as they lie in the blob store: the latest version at the path <c>BUCKET/KEY</c>.</summary>
public sealed class StoredObjects(IBlobStore blobs, BucketDirectory buckets)
{
    /// <summary>Makes sure that a bucket is there, and for workflows to use.</summary>
    /// <exception cref="ServiceException">It is not.</exception>
    public async ValueTask RequireBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        if (OwnFolders.WhyDenied(bucket) is { } reason)
        {
            throw new ServiceException("AccessDenied", reason) { Status = 403 };
        }

        if (!await buckets.ContainsAsync(bucket, cancellationToken))
        {
            throw new ServiceException("NoSuchBucket", "The specified bucket does not exist") { Type = "NoSuchBucketException", Status = 404 };
        }
    }

    /// <summary>Opens an object.</summary>
    /// <exception cref="ServiceException">There is none.</exception>
    internal async ValueTask<BlobContent> OpenAsync(ObjectAddress address, CancellationToken cancellationToken)
    {
        await RequireBucketAsync(address.Bucket, cancellationToken);
        return await blobs.OpenAsync(address.Path, cancellationToken: cancellationToken)
            ?? throw new ServiceException("NoSuchKey", "The specified key does not exist.") { Type = "NoSuchKeyException", Status = 404 };
    }

    /// <summary>Writes an object, once for one attempt.</summary>
    internal async ValueTask<BlobVersion> WriteAsync(
        ObjectAddress address, Stream content, string contentType, ServiceRequest request, CancellationToken cancellationToken)
    {
        await RequireBucketAsync(address.Bucket, cancellationToken);
        var by = $"attempt {request.Attempt}";
        var versions = await blobs.VersionsAsync(address.Path, cancellationToken);
        return versions.FirstOrDefault(version => version.By == by)
            ?? await blobs.WriteAsync(address.Path, content, new BlobDraft(contentType, by), cancellationToken);
    }

    /// <summary>Deletes an object. One that is not there is deleted as well.</summary>
    internal async ValueTask DeleteAsync(ObjectAddress address, CancellationToken cancellationToken)
    {
        await RequireBucketAsync(address.Bucket, cancellationToken);
        await blobs.DeleteAsync(address.Path, cancellationToken);
    }

    /// <summary>The objects of a bucket, sorted by key.</summary>
    internal async ValueTask<IReadOnlyList<BlobVersion>> ListAsync(string bucket, CancellationToken cancellationToken)
    {
        await RequireBucketAsync(bucket, cancellationToken);
        return await blobs.ListAsync(bucket, cancellationToken);
    }

    /// <summary>The entity tag of an object: the MD5 of its content, in quotation marks.</summary>
    internal async ValueTask<string> ETagAsync(string path, CancellationToken cancellationToken)
    {
        await using var content = await blobs.OpenAsync(path, cancellationToken: cancellationToken);
        return content is null ? "\"\"" : await ETagAsync(content.Stream, cancellationToken);
    }

    /// <inheritdoc cref="ETagAsync(string, CancellationToken)"/>
    internal static async ValueTask<string> ETagAsync(Stream content, CancellationToken cancellationToken) => $"\"{await Digest.Md5Async(content, cancellationToken)}\"";

    /// <summary>Refuses parameters that would have to have an effect and have none here.</summary>
    /// <exception cref="ServiceException">One is there.</exception>
    internal static void Refuse(ServiceRequest request, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (request[name] is not (null or JsonObject { Count: 0 }))
            {
                throw new ServiceException("NotImplemented", $"{name} has no effect on the objects here: leave it out") { Status = 501 };
            }
        }
    }

    /// <summary>A moment as the answers have it: to the second.</summary>
    internal static Json Moment(DateTimeOffset at) => Json.Of(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
