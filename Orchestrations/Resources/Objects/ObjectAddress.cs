using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Resources.Services;

namespace TaskOrchestration.Orchestrations.Resources.Objects;

/// <summary>Where an object is.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">Its key in the bucket.</param>
internal sealed record ObjectAddress(string Bucket, string Key)
{
    /// <summary>Its path in the blob store.</summary>
    public string Path => $"{Bucket}/{Key}";

    /// <summary>The object that a request names.</summary>
    /// <exception cref="ServiceException">It names none, or none that can be kept here.</exception>
    public static ObjectAddress In(ServiceRequest request) => Checked(new ObjectAddress(BucketIn(request), Required(request, "Key")));

    /// <summary>The object that another is a copy of: <c>BUCKET/KEY</c>, percent-encoded or not.</summary>
    /// <exception cref="ServiceException">It names none.</exception>
    public static ObjectAddress SourceIn(ServiceRequest request)
    {
        var source = Uri.UnescapeDataString(Required(request, "CopySource")).TrimStart('/').Split('?')[0];
        var slash = source.IndexOf('/');
        return slash > 0 && slash + 1 < source.Length
            ? Checked(new ObjectAddress(source[..slash], source[(slash + 1)..]))
            : throw new ServiceException("InvalidArgument", "Invalid copy source object key");
    }

    /// <summary>The bucket that a request names, by its name or its ARN.</summary>
    /// <exception cref="ServiceException">It names none.</exception>
    public static string BucketIn(ServiceRequest request)
    {
        var bucket = Required(request, "Bucket");
        var name = bucket.StartsWith("arn:", StringComparison.Ordinal) ? bucket[(bucket.LastIndexOf(':') + 1)..] : bucket;
        return BlobPath.SegmentProblem(name) is null ? name : throw new ServiceException("InvalidBucketName", "The specified bucket is not valid.");
    }

    /// <summary>A key that no path of the blob store can be.</summary>
    public static ServiceException Unkeepable(InvalidBlobPathException problem) =>
        new("InvalidURI", $"A key is a path here, segments of 1 to {BlobPath.MaximumSegmentLength} characters separated by single slashes. {problem.Message}");

    private static ObjectAddress Checked(ObjectAddress address)
    {
        try
        {
            BlobPath.Check(address.Path);
            return address;
        }
        catch (InvalidBlobPathException e)
        {
            throw Unkeepable(e);
        }
    }

    private static string Required(ServiceRequest request, string name) => request.Text(name) is { Length: > 0 } text
        ? text
        : throw new ServiceException("SdkClientException", $"{name} cannot be empty.") { Type = "SdkClientException", IsOfTheClient = true };
}
