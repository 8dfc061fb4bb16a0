using System.Text;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Objects;

/// <summary><c>aws-sdk:s3:getObject</c>: an object with its content, as a text.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</seealso>
public sealed class GetObject(StoredObjects objects) : IServiceAction
{
    /// <inheritdoc/>
    public AwsService Service => AwsService.S3;

    /// <inheritdoc/>
    public string Name => "getObject";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters => null;

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        StoredObjects.Refuse(request, "VersionId", "PartNumber", "IfMatch", "IfNoneMatch", "IfModifiedSince", "IfUnmodifiedSince");
        await using var found = await objects.OpenAsync(ObjectAddress.In(request), cancellationToken);
        var range = ByteRange.Read(request.Text("Range"), found.Version.Length);
        var limit = request.Call.Execution.Limits.PayloadBytes;
        if (range.Length > limit)
        {
            // Not read at all: no result of a task can hold it.
            throw new TaskFailureException(request.Call.Request.WhyTooLarge(Json.Of(new string(' ', limit + 1)))!);
        }

        var tag = await StoredObjects.ETagAsync(found.Stream, cancellationToken);
        found.Stream.Position = range.Start;
        var body = new byte[range.Length];
        await found.Stream.ReadExactlyAsync(body, cancellationToken);
        return new JsonObjectBuilder(10)
            .Set("AcceptRanges", Json.Of("bytes"))
            .Set("ContentLength", Json.Of(body.Length))
            .SetIfPresent("ContentRange", range.IsPart ? range.ToString() : null)
            .Set("ContentType", Json.Of(found.Version.ContentType))
            .Set("ETag", Json.Of(tag))
            .Set("LastModified", StoredObjects.Moment(found.Version.At))
            .Set("Metadata", JsonObject.Empty)
            .Set("ServerSideEncryption", Json.Of("AES256"))
            .Set("Body", Json.Of(Encoding.UTF8.GetString(body)))
            .Build();
    }
}
