using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Objects;

/// <summary><c>aws-sdk:s3:headObject</c>: what is known about an object.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</seealso>
public sealed class HeadObject(StoredObjects objects) : IServiceAction
{
    /// <inheritdoc/>
    public AwsService Service => AwsService.S3;

    /// <inheritdoc/>
    public string Name => "headObject";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters => null;

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        StoredObjects.Refuse(request, "VersionId", "PartNumber", "IfMatch", "IfNoneMatch", "IfModifiedSince", "IfUnmodifiedSince");
        try
        {
            await using var found = await objects.OpenAsync(ObjectAddress.In(request), cancellationToken);
            return JsonObject.Of(
                ("AcceptRanges", Json.Of("bytes")),
                ("ContentLength", Json.Of(found.Version.Length)),
                ("ContentType", Json.Of(found.Version.ContentType)),
                ("ETag", Json.Of(await StoredObjects.ETagAsync(found.Stream, cancellationToken))),
                ("LastModified", StoredObjects.Moment(found.Version.At)),
                ("Metadata", JsonObject.Empty),
                ("ServerSideEncryption", Json.Of("AES256")));
        }
        catch (ServiceException e) when (e.Status == 404)
        {
            // The answer to HEAD has no body that could say anything.
            throw new ServiceException(e.Code, "null") { Type = e.Type, Status = e.Status };
        }
    }
}
