using System.IO.Compression;
using Snappier;
using ZstdSharp;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

/// <summary>The ways in which pages are compressed.</summary>
internal static class Codec
{
    private delegate bool TryUnpack(ReadOnlySpan<byte> from, Span<byte> to, out int written);

    private static readonly string[] Names = ["UNCOMPRESSED", "SNAPPY", "GZIP", "LZO", "BROTLI", "LZ4", "ZSTD", "LZ4_RAW"];

    /// <summary>A page as it was before it was compressed.</summary>
    /// <param name="codec">Parquet's number of the way.</param>
    /// <param name="page">The page.</param>
    /// <param name="length">How many bytes it had.</param>
    public static ReadOnlyMemory<byte> Decompress(int codec, ReadOnlyMemory<byte> page, int length)
    {
        try
        {
            return codec switch
            {
                0 => page,
                1 => Unpack(page, length, Snappy.TryDecompress),
                2 => Inflate(new GZipStream(new MemoryStream(page.ToArray(), writable: false), CompressionMode.Decompress), length),
                4 => Inflate(new BrotliStream(new MemoryStream(page.ToArray(), writable: false), CompressionMode.Decompress), length),
                6 => Unpack(page, length, TryUnpackZstandard),
                _ => throw new ItemReaderException(
                    $"Expected a Parquet file that is not compressed, or by SNAPPY, GZIP, BROTLI or ZSTD, found {(codec >= 0 && codec < Names.Length ? Names[codec] : codec)}."),
            };
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or InvalidOperationException or ZstdException)
        {
            // What each library says of bytes that it has not written so.
            throw ParquetItems.Damaged(e);
        }
    }

    private static byte[] Unpack(ReadOnlyMemory<byte> page, int length, TryUnpack tryUnpack)
    {
        var plain = new byte[length];
        return tryUnpack(page.Span, plain, out var written) && written == length ? plain : throw ParquetItems.Damaged();
    }

    private static bool TryUnpackZstandard(ReadOnlySpan<byte> from, Span<byte> to, out int written)
    {
        using var decompressor = new Decompressor();
        return decompressor.TryUnwrap(from, to, out written);
    }

    private static byte[] Inflate(Stream stream, int length)
    {
        using (stream)
        {
            var plain = new byte[length];
            stream.ReadExactly(plain);
            return plain;
        }
    }
}
