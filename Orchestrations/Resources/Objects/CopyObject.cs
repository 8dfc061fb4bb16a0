using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Objects;

/// <summary><c>aws-sdk:s3:copyObject</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</seealso>
public sealed class CopyObject(StoredObjects objects) : IServiceAction
{
    /// <inheritdoc/>
    public AwsService Service => AwsService.S3;

    /// <inheritdoc/>
    public string Name => "copyObject";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters => null;

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        StoredObjects.Refuse(request, "Metadata", "CopySourceIfMatch", "CopySourceIfNoneMatch", "IfMatch", "IfNoneMatch");
        var target = ObjectAddress.In(request);
        await using var source = await objects.OpenAsync(ObjectAddress.SourceIn(request), cancellationToken);
        var tag = await StoredObjects.ETagAsync(source.Stream, cancellationToken);
        source.Stream.Position = 0;
        var copy = await objects.WriteAsync(target, source.Stream, request.Text("ContentType") ?? source.Version.ContentType, request, cancellationToken);
        return JsonObject.Of(
            ("CopyObjectResult", JsonObject.Of(("ETag", Json.Of(tag)), ("LastModified", StoredObjects.Moment(copy.At)))),
            ("ServerSideEncryption", Json.Of("AES256")));
    }
}
