using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>Reads the body of a request: one JSON object of limited size.</summary>
internal static class RequestBody
{
    /// <summary>How many bytes a request may have, its headers included. As on AWS, a definition that comes near the length it may have does not get through with its quotes and line ends escaped.</summary>
    public const long Limit = 1024 * 1024;

    /// <summary>More bytes than the headers of a request ever have.</summary>
    private const long MostOfHeaders = 64 * 1024;

    public static async ValueTask<JsonObject> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var limit = request.ContentLength <= Limit - MostOfHeaders ? Limit : Limit - HeaderBytes(request.Headers);
        if (request.ContentLength > limit)
        {
            throw AwsErrors.RequestTooLarge(Limit);
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > limit)
            {
                reader.AdvanceTo(read.Buffer.End);
                throw AwsErrors.RequestTooLarge(Limit);
            }

            if (read.IsCompleted)
            {
                return Parse(reader, read.Buffer);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static long HeaderBytes(IHeaderDictionary headers)
    {
        const int ColonBlankAndLineEnd = 4;
        return headers.Sum(header => header.Value.Sum(value => header.Key.Length + (value?.Length ?? 0) + ColonBlankAndLineEnd));
    }

    private static JsonObject Parse(PipeReader reader, ReadOnlySequence<byte> body)
    {
        try
        {
            // A client without parameters may send nothing at all.
            return body.IsEmpty ? JsonObject.Empty : Parse(body.IsSingleSegment ? body.FirstSpan : body.ToArray());
        }
        finally
        {
            reader.AdvanceTo(body.End);
        }
    }

    private static JsonObject Parse(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw AwsErrors.Serialization($"Expected a JSON object in UTF-8, found a byte that is not UTF-8 at offset {FirstWrongByte(utf8)}");
        }

        try
        {
            return Json.Parse(utf8) switch
            {
                JsonObject fields => fields,
                JsonArray => throw AwsErrors.Serialization("Start of list found where not expected"),
                var other => throw AwsErrors.Serialization($"Expected a JSON object, found a {other.Kind.ToString().ToLowerInvariant()}"),
            };
        }
        catch (JsonSyntaxException e)
        {
            throw AwsErrors.Serialization($"Expected a JSON object, found text that is not JSON: line {e.Line}, column {e.Column}: {e.Message}");
        }
    }

    private static int FirstWrongByte(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) == OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }
}
