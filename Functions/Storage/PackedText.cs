using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage;

/// <summary>Long texts in an entity: a property holds 64 KiB at most, an entity 1 MiB.</summary>
/// <remarks>
/// A short text is a property of its own. A longer one is compressed and lies in numbered binary properties, <c>Name0</c>, <c>Name1</c> and so on. Entities
/// with such texts are replaced, never merged: a merge would leave pieces of the text before behind.
/// </remarks>
public static class PackedText
{
    /// <summary>The most bytes that compressed texts of one entity may have; the rest of the 1 MiB is for its other properties.</summary>
    public const int Most = 900 * 1024;

    /// <summary>The most characters of a text that is a property of its own.</summary>
    public const int Short = 4096;

    private const int Piece = 64 * 1024;

    /// <summary>Puts a text into an entity; null takes it out.</summary>
    /// <exception cref="EntityTooLargeException">It does not fit, even compressed.</exception>
    public static void SetText(this TableEntity entity, string name, string? text)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Clear(entity, name);
        if (text is null)
        {
            return;
        }

        if (text.Length <= Short)
        {
            entity[name] = text;
            return;
        }

        var packed = Compress(text);
        if (packed.Length > Most)
        {
            throw new EntityTooLargeException(
                $"{name}: expected at most {Most} bytes once compressed, found {packed.Length} ({text.Length} characters) in '{entity.PartitionKey}' / '{entity.RowKey}'.");
        }

        foreach (var (number, piece) in packed.Chunk(Piece).Index())
        {
            entity[NameOf(name, number)] = piece;
        }
    }

    /// <summary>The text in an entity; none if there is none.</summary>
    public static string? FindText(this TableEntity entity, string name)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.GetString(name) is { } text)
        {
            return text;
        }

        using var packed = new MemoryStream();
        for (var number = 0; entity.GetBinary(NameOf(name, number)) is { } piece; number++)
        {
            packed.Write(piece);
        }

        return packed.Length == 0 ? null : Decompress(packed);
    }

    private static void Clear(TableEntity entity, string name)
    {
        entity.Remove(name);
        for (var number = 0; entity.Remove(NameOf(name, number)); number++)
        {
        }
    }

    private static byte[] Compress(string text)
    {
        using var packed = new MemoryStream();
        using (var writer = new StreamWriter(new GZipStream(packed, CompressionLevel.Fastest), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            writer.Write(text);
        }

        return packed.ToArray();
    }

    private static string Decompress(MemoryStream packed)
    {
        packed.Position = 0;
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string NameOf(string name, int number) => name + number.ToString(CultureInfo.InvariantCulture);
}
