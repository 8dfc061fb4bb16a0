using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Objects;

/// <summary><c>aws-sdk:s3:deleteObjects</c>: deletes several objects of a bucket.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">DeleteObjects</seealso>
public sealed class DeleteObjects(StoredObjects objects) : IServiceAction
{
    private const int MostObjects = 1000;

    /// <inheritdoc/>
    public AwsService Service => AwsService.S3;

    /// <inheritdoc/>
    public string Name => "deleteObjects";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters => null;

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var bucket = ObjectAddress.BucketIn(request);
        if (request.Structure("Delete") is not { } delete || delete["Objects"] is not JsonArray { Count: > 0 and <= MostObjects } wanted)
        {
            throw new ServiceException("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
        }

        var deleted = new List<Json>();
        foreach (var one in wanted)
        {
            var address = ObjectAddress.In(request.Within(JsonObject.Of(("Bucket", Json.Of(bucket)), ("Key", (one as JsonObject)?["Key"] ?? Json.Null))));
            await objects.DeleteAsync(address, cancellationToken);
            deleted.Add(JsonObject.Of(("Key", Json.Of(address.Key))));
        }

        return delete["Quiet"] is JsonBoolean { Value: true } ? JsonObject.Empty : JsonObject.Of(("Deleted", JsonArray.Of(deleted)));
    }
}
