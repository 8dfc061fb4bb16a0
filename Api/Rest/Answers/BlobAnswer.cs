using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using TaskOrchestration.Orchestrations.Blobs;

namespace TaskOrchestration.Api.Rest.Answers;

/// <summary>A file, or the part of it that was asked for; its conditions (If-Match, If-None-Match, If-Range) are those of the request.</summary>
/// <remarks>A browser saves it and never runs it, whatever its uploader called its type.</remarks>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9530">RFC 9530, digest fields</seealso>
internal sealed class BlobAnswer(BlobContent content, string fileName) : IAnswer
{
    /// <summary>What operations that hand out files say of it.</summary>
    public const string Ranges = "One range of bytes is answered with that part. Several ranges at once, and other units, are answered with the whole file and 200, as RFC 9110 allows.";

    public Task WriteAsync(HttpContext context)
    {
        var digest = ContentDigest.Of(content.Version.Sha256);
        var headers = context.Response.Headers;
        if (!context.Request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
        {
            // A range in a unit that is not known here counts as none (RFC 9110, 14.2); the framework would take it for bytes.
            context.Request.Headers.Remove(HeaderNames.Range);
        }

        headers.XContentTypeOptions = "nosniff";
        headers[ContentDigest.OfRepresentation] = digest;
        context.Response.OnStarting(() =>
        {
            // The digest of a part would have to be that of the part.
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                context.Response.Headers[ContentDigest.Header] = digest;
            }

            return Task.CompletedTask;
        });
        return TypedResults.Stream(
            content.Stream, content.Version.ContentType, fileName, content.Version.At, EntityTagHeaderValue.Parse(TagOf(content.Version)), enableRangeProcessing: true).ExecuteAsync(context);
    }

    /// <summary>The entity tag of a version: its content's digest.</summary>
    public static string TagOf(BlobVersion version) => $"\"{version.Sha256}\"";
}
