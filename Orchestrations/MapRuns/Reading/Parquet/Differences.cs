namespace TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

/// <summary>Values that are written by how they differ from those before them.</summary>
/// <seealso href="https://parquet.apache.org/docs/file-format/data-pages/encodings/#DELTAENC">Delta encoding</seealso>
internal static class Differences
{
    private const int LargestPart = 65_536;

    /// <summary>Whole numbers, in blocks of differences with a least one each.</summary>
    public static long[] Whole(ref PageBytes bytes, int count)
    {
        var (block, parts, total) = (bytes.Count(), bytes.Count(), bytes.Count());
        if (total != count || parts == 0 || block / parts is 0 or > LargestPart)
        {
            throw ParquetItems.Damaged();
        }

        var numbers = new long[count];
        numbers[0] = bytes.ZigZag();
        for (var at = 1; at < count;)
        {
            Block(ref bytes, block / parts, parts, numbers, ref at);
        }

        return numbers;
    }

    /// <summary>Texts: their lengths first, and before those how much of the text before each begins with.</summary>
    public static byte[][] Texts(ref PageBytes bytes, int count, bool hasPrefixes)
    {
        var prefixes = hasPrefixes ? Whole(ref bytes, count) : new long[count];
        var lengths = Whole(ref bytes, count);
        var texts = new byte[count][];
        byte[] before = [];
        for (var i = 0; i < count; i++)
        {
            var prefix = prefixes[i] >= 0 && prefixes[i] <= before.Length ? (int)prefixes[i] : throw ParquetItems.Damaged();
            var rest = lengths[i] is >= 0 and <= int.MaxValue ? bytes.Take((int)lengths[i]) : throw ParquetItems.Damaged();
            before = texts[i] = [.. before.AsSpan(0, prefix), .. rest];
        }

        return texts;
    }

    private static void Block(ref PageBytes bytes, int size, int parts, long[] numbers, ref int at)
    {
        var least = bytes.ZigZag();
        var widths = bytes.Take(parts);
        for (var part = 0; part < parts && at < numbers.Length; part++)
        {
            var width = widths[part];
            var packed = bytes.Take(Math.Min(size * width / 8, bytes.Left));
            for (var i = 0; i < size && at < numbers.Length; i++, at++)
            {
                if (width > 64 || (i + 1L) * width > packed.Length * 8L)
                {
                    throw ParquetItems.Damaged();
                }

                numbers[at] = unchecked(numbers[at - 1] + least + (long)Bits.At(packed, (long)i * width, width));
            }
        }
    }
}
