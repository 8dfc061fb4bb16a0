using System.Runtime.CompilerServices;
using TaskOrchestration.StatesLanguage.MapRuns;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

/// <summary>The items of a Parquet file: each row an object.</summary>
/// <remarks>One group of rows is in memory at once. AWS lets one have 256 MB, and the description at the file's end 5 MB; so it is here.</remarks>
/// <seealso href="https://parquet.apache.org/docs/file-format/">The format</seealso>
internal static class ParquetItems
{
    private const int LargestGroup = 256 * 1024 * 1024;
    private const int LargestDescription = 5 * 1024 * 1024;
    private const int TailLength = 8;

    /// <summary>The items, one by one.</summary>
    /// <param name="stream">The file; can seek.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async IAsyncEnumerable<MapItem> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var description = await DescriptionAsync(stream, cancellationToken);
        var root = Column.Tree(description.Structs(2));
        Column[] columns = [.. root.Leaves()];
        foreach (var group in description.Structs(4))
        {
            var rows = group.Whole(3) ?? throw Damaged();
            var assembly = new RowAssembly(root, await ColumnsAsync(stream, columns, group.Structs(1), cancellationToken));
            for (var row = 0L; row < rows; row++)
            {
                yield return assembly.Row();
            }
        }
    }

    /// <summary>The file is not as Parquet files are.</summary>
    public static ItemReaderException Damaged(Exception? inner = null) => new("Expected a Parquet file, found one that is damaged or none.", inner);

    private static async ValueTask<ThriftStruct> DescriptionAsync(Stream stream, CancellationToken cancellationToken)
    {
        var tail = await BytesAsync(stream, stream.Length - TailLength, TailLength, cancellationToken);
        if (!tail.AsSpan(4).SequenceEqual("PAR1"u8))
        {
            throw Damaged();
        }

        var length = BitConverter.ToInt32(tail);
        if (length is < 0 or > LargestDescription)
        {
            throw new ItemReaderException($"Expected a Parquet file whose footer has at most {LargestDescription} bytes, found {(uint)length}.");
        }

        return Read(await BytesAsync(stream, stream.Length - TailLength - length, length, cancellationToken));
    }

    private static ThriftStruct Read(byte[] description)
    {
        var bytes = new PageBytes(description);
        return ThriftStruct.Read(ref bytes);
    }

    private static async ValueTask<ColumnReader[]> ColumnsAsync(Stream stream, Column[] columns, ThriftStruct[] chunks, CancellationToken cancellationToken)
    {
        if (chunks.Length != columns.Length)
        {
            throw Damaged();
        }

        var readers = new ColumnReader[columns.Length];
        var total = 0L;
        for (var i = 0; i < readers.Length; i++)
        {
            var chunk = chunks[i].Struct(3) ?? throw Damaged();
            var (first, ofDictionary, length) = (chunk.Whole(9) ?? throw Damaged(), chunk.Whole(11), chunk.Whole(7) ?? throw Damaged());
            if ((total += Math.Max(length, 0)) > LargestGroup)
            {
                throw new ItemReaderException($"Expected a Parquet file whose groups of rows have at most {LargestGroup} bytes each, found a larger one.");
            }

            var start = ofDictionary is > 0 and var before ? Math.Min(before, first) : first;
            readers[i] = new ColumnReader(columns[i], chunk.Number(4), chunk.Whole(5) ?? 0, await BytesAsync(stream, start, length, cancellationToken));
        }

        return readers;
    }

    private static async ValueTask<byte[]> BytesAsync(Stream stream, long start, long length, CancellationToken cancellationToken)
    {
        if (start < 0 || length < 0 || length > stream.Length - start)
        {
            throw Damaged();
        }

        stream.Position = start;
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
