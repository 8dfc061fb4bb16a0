using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>A text in as many columns as it takes: a column holds 64 KiB, an entity 1 MiB.</summary>
internal static class PackedDocument
{
    private const string Column = "Document";
    private const string IsPacked = "IsPacked";
    private const int ColumnBytes = 60_000;
    private const int PackedFrom = 1_000;

    public static void Write(string text, TableEntity entity)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length >= PackedFrom)
        {
            bytes = Pack(bytes);
            entity[IsPacked] = true;
        }

        foreach (var (number, part) in bytes.Chunk(ColumnBytes).Index())
        {
            entity[Column + number.ToString(CultureInfo.InvariantCulture)] = part;
        }
    }

    public static string Read(TableEntity entity)
    {
        using var bytes = new MemoryStream();
        for (var number = 0; entity.GetBinary(Column + number.ToString(CultureInfo.InvariantCulture)) is { } part; number++)
        {
            bytes.Write(part);
        }

        return Encoding.UTF8.GetString(entity.GetBoolean(IsPacked) == true ? Unpack(bytes) : bytes.ToArray());
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Unpack(MemoryStream packed)
    {
        packed.Position = 0;
        using var unpacking = new BrotliStream(packed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacking.CopyTo(bytes);
        return bytes.ToArray();
    }
}
