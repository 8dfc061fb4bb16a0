using System.Text;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Objects;

/// <summary><c>aws-sdk:s3:putObject</c>: keeps a text as an object; a Body that is no text is written as JSON.</summary>
/// <remarks>What only AWS can do (storage classes, encryption, rights) is taken without effect; metadata and conditions, which others may rely on, are refused.</remarks>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject</seealso>
public sealed class PutObject(StoredObjects objects) : IServiceAction
{
    private const string DefaultType = "text/plain; charset=UTF-8";

    /// <inheritdoc/>
    public AwsService Service => AwsService.S3;

    /// <inheritdoc/>
    public string Name => "putObject";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public IReadOnlyList<string>? Parameters => null;

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = ObjectAddress.In(request);
        StoredObjects.Refuse(request, "Metadata", "IfMatch", "IfNoneMatch", "WriteOffsetBytes", "ContentEncoding");
        var body = Encoding.UTF8.GetBytes(request.Text("Body") ?? "");
        using var content = new MemoryStream(body, writable: false);
        await objects.WriteAsync(address, content, request.Text("ContentType") ?? DefaultType, request, cancellationToken);
        return JsonObject.Of(
            ("ChecksumCRC32", Json.Of(Crc32.Of(body))),
            ("ChecksumType", Json.Of("FULL_OBJECT")),
            ("ETag", Json.Of($"\"{Digest.Md5(body)}\"")),
            ("ServerSideEncryption", Json.Of("AES256")));
    }
}
