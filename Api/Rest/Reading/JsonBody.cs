using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using TaskOrchestration.Api.Rest.Shapes;

namespace TaskOrchestration.Api.Rest.Reading;

/// <summary>Reads JSON bodies: strictly, and with every fault at once.</summary>
internal static class JsonBody
{
    /// <summary>How much of a body that is too large is read nevertheless: a client that is still sending when it is cut off never sees the answer.</summary>
    private const long MostDiscarded = 16 * 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <summary>The bytes of the body.</summary>
    /// <exception cref="ProblemException">Too many.</exception>
    public static async ValueTask<byte[]> ReadBytesAsync(HttpRequest request, long limit)
    {
        // What is too large is counted here, so the server's own limit, which cuts clients off, is lifted.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = null;
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > limit)
            {
                await DiscardAsync(reader, read, request.HttpContext.RequestAborted);
                throw TooLarge(limit);
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Refuses a body that does not say that it is what the operation takes.</summary>
    public static void CheckContentType(HttpRequest request, IReadOnlyList<string> mediaTypes)
    {
        var isKnown = MediaTypeHeaderValue.TryParse(request.ContentType, out var found)
            && mediaTypes.Any(known => found.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase))
            && (!found.Charset.HasValue || found.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || found.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
        if (!isKnown)
        {
            throw new ProblemException(
                StatusCodes.Status415UnsupportedMediaType,
                "unsupported-media-type",
                $"Expected a body of Content-Type {string.Join(" or ", mediaTypes)}, in UTF-8, found {request.ContentType ?? "none"}.");
        }
    }

    /// <summary>The value that the bytes spell.</summary>
    public static object Parse(byte[] utf8, Type type)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw Malformed("Expected a body in UTF-8, found bytes that are not.");
        }

        using var document = Document(utf8);
        var faults = ShapeCheck.Of(document.RootElement, ShapeOf.Record(type));
        return faults.Count == 0
            ? Deserialized(document.RootElement, type)
            : throw new ProblemException(StatusCodes.Status400BadRequest, "invalid-body", Summary(faults), faults);
    }

    /// <summary>One sentence about several faults.</summary>
    public static string Summary(IReadOnlyList<FieldProblem> faults) =>
        faults.Count == 1 ? $"{(faults[0].Pointer.Length == 0 ? "The body" : faults[0].Pointer)}: {faults[0].Detail}" : $"{faults.Count} things are wrong; errors lists them.";

    private static async ValueTask DiscardAsync(PipeReader reader, ReadResult read, CancellationToken cancellationToken)
    {
        var discarded = 0L;
        while (true)
        {
            discarded += read.Buffer.Length;
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted || discarded > MostDiscarded)
            {
                return;
            }

            read = await reader.ReadAsync(cancellationToken);
        }
    }

    private static JsonDocument Document(byte[] utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8, Strict);
        }
        catch (JsonException e)
        {
            throw Malformed($"Expected a JSON object, found text that is not JSON or nests deeper than {Strict.MaxDepth}: line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}.");
        }
    }

    private static object Deserialized(JsonElement value, Type type)
    {
        try
        {
            return value.Deserialize(type, RestJson.Options)!;
        }
        catch (JsonException e)
        {
            // What only a converter can tell.
            var pointer = e.Path is null or "$" ? "" : e.Path.TrimStart('$').Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
            throw new ProblemException(StatusCodes.Status400BadRequest, "invalid-body", $"{pointer}: {e.Message}", new FieldProblem(pointer, e.Message));
        }
    }

    private static ProblemException Malformed(string detail) => new(StatusCodes.Status400BadRequest, "malformed-json", detail);

    private static ProblemException TooLarge(long limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "too-large", $"Expected a body of at most {limit} bytes, found more.");
}
