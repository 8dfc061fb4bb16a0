using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>JSON as a text that travels through Durable Functions.</summary>
/// <remarks>
/// Everything that goes in or out of an orchestrator is such a text. The serializer between wraps it in quotation marks and escapes it, which can make JSON several
/// times as long; so what is longer than a few kilobytes is compressed and written in letters that no serializer escapes. Short texts stay legible, with a
/// sign in front by which nobody on the way takes them for JSON of his own.
/// How well something is compressed, and into which bytes, is up to the host. What has to be the same on every host follows from <see cref="ContentOf"/> alone.
/// </remarks>
public static class PackedText
{
    /// <summary>Longer JSON is compressed.</summary>
    private const int LongestPlain = 2_048;

    private const char CompressedSign = '~';

    private const char PlainSign = '=';

    /// <summary>The text for some JSON.</summary>
    public static string Of(Json json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Utf8Length <= LongestPlain ? Plain(json) : CompressedSign + Base64Url.EncodeToString(Compressed(json.ToUtf8()));
    }

    /// <summary>The text for some JSON whose parts are packed already.</summary>
    public static string Plain(Json json) => PlainSign + json?.ToString();

    /// <summary>The JSON of a text. Plain JSON is taken as well: people raise events by hand.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Json Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw new FormatException("expected packed JSON, found nothing");
        }

        return Json.Parse(ContentOf(text));
    }

    /// <summary>What a text holds: the JSON, in UTF-8.</summary>
    /// <exception cref="FormatException">It cannot be expanded.</exception>
    public static ReadOnlySpan<byte> ContentOf(string text) => text switch
    {
        [CompressedSign, ..] => Expanded(text.AsSpan(1)),
        [PlainSign, ..] => Encoding.UTF8.GetBytes(text[1..]),
        _ => Encoding.UTF8.GetBytes(text),
    };

    /// <summary>The JSON object of a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static JsonObject ReadObject(string? text) =>
        Read(text) as JsonObject ?? throw new FormatException($"expected a JSON object, found {Shown(text)}");

    private static byte[] Compressed(byte[] utf8)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(utf8);
        }

        return compressed.ToArray();
    }

    private static ReadOnlySpan<byte> Expanded(ReadOnlySpan<char> letters)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(Base64Url.DecodeFromChars(letters)), CompressionMode.Decompress);
            using var utf8 = new MemoryStream();
            gzip.CopyTo(utf8);
            return utf8.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new FormatException($"expected packed JSON, found what cannot be expanded: {e.Message}", e);
        }
    }

    private static string Shown(string? text) => text is { Length: > 80 } ? string.Concat(text.AsSpan(0, 80), "…") : text ?? "nothing";
}
