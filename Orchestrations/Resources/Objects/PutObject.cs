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

    private static readonly string[] Refused = ["Metadata", "IfMatch", "IfNoneMatch", "WriteOffsetBytes", "ContentEncoding"];

    /// <inheritdoc/>
    public AwsService Service => AwsService.S3;

    /// <inheritdoc/>
    public string Name => "putObject";

    /// <inheritdoc/>
    public bool HasOwnIntegration => false;

    /// <inheritdoc/>
    public async ValueTask<JsonObject> PerformAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = ObjectAddress.In(request);
        if (Array.Find(Refused, name => request[name] is not (null or JsonObject { Count: 0 })) is { } found)
        {
            throw new ServiceException("NotImplemented", $"{found} is not kept here with an object: leave it out") { Status = 501 };
        }

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
