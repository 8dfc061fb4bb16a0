using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Objects;

/// <summary><c>aws-sdk:s3:deleteObject</c>. An object that is not there is deleted as well.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html">DeleteObject</seealso>
public sealed class DeleteObject(StoredObjects objects) : IServiceAction
{
    /// <inheritdoc/>
    public AwsService Service => AwsService.S3;

    /// <inheritdoc/>
    public string Name => "deleteObject";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters => null;

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        StoredObjects.Refuse(request, "VersionId", "IfMatch");
        await objects.DeleteAsync(ObjectAddress.In(request), cancellationToken);
        return JsonObject.Empty;
    }
}
