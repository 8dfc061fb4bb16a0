using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>JSON in the columns of a row: short texts to be read by eye, long ones compressed and cut into pieces of what a column may hold.</summary>
internal static class PackedColumns
{
    private const int LongestText = 1_024;
    private const int BytesInAColumn = 64 * 1024;

    /// <summary>Writes a value.</summary>
    /// <param name="row">The row.</param>
    /// <param name="name">The column, or what the names of several begin with.</param>
    /// <param name="value">The value.</param>
    /// <returns>About how many bytes that takes on the wire.</returns>
    public static int Write(TableEntity row, string name, Json value)
    {
        var text = value.ToUtf8();
        if (text.Length <= LongestText)
        {
            row[name] = Encoding.UTF8.GetString(text);
            return 2 * text.Length;
        }

        var packed = Packed(text);
        for (var i = 0; i * BytesInAColumn < packed.Length; i++)
        {
            row[$"{name}{i}"] = packed.AsSpan(i * BytesInAColumn, Math.Min(BytesInAColumn, packed.Length - (i * BytesInAColumn))).ToArray();
        }

        return packed.Length * 4 / 3;
    }

    /// <summary>Reads a value, or null where there is none.</summary>
    public static Json? Read(TableEntity row, string name)
    {
        if (row.GetString(name) is { } text)
        {
            return Json.Parse(text);
        }

        using var packed = new MemoryStream();
        for (var i = 0; row.GetBinary($"{name}{i}") is { } piece; i++)
        {
            packed.Write(piece);
        }

        return packed.Length == 0 ? null : Json.Parse(Unpacked(packed));
    }

    private static byte[] Packed(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(text);
        }

        return packed.ToArray();
    }

    private static byte[] Unpacked(MemoryStream packed)
    {
        packed.Position = 0;
        using var zip = new GZipStream(packed, CompressionMode.Decompress);
        using var text = new MemoryStream();
        zip.CopyTo(text);
        return text.ToArray();
    }
}
