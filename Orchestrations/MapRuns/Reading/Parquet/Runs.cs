namespace TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

/// <summary>Small numbers, written as runs of the same one or in groups of eight with as many bits each as the largest needs.</summary>
/// <seealso href="https://parquet.apache.org/docs/file-format/data-pages/encodings/#RLE">Run length encoding</seealso>
internal static class Runs
{
    /// <summary>How many bits a number up to this one needs.</summary>
    public static int WidthOf(int largest) => largest == 0 ? 0 : (int)uint.Log2((uint)largest) + 1;

    /// <summary>Reads so many numbers.</summary>
    public static int[] Read(ref PageBytes bytes, int width, int count)
    {
        if (width is < 0 or > 32)
        {
            throw ParquetItems.Damaged();
        }

        var numbers = new int[count];
        for (var at = 0; at < count && width > 0;)
        {
            var header = bytes.Count();
            at = (header & 1) == 0 ? Repeat(ref bytes, width, header >> 1, numbers, at) : Unpack(ref bytes, width, header >> 1, numbers, at);
        }

        return numbers;
    }

    private static int Repeat(ref PageBytes bytes, int width, int times, int[] numbers, int at)
    {
        var number = 0;
        for (var shift = 0; shift < width; shift += 8)
        {
            number |= bytes.Byte() << shift;
        }

        var run = times == 0 ? throw ParquetItems.Damaged() : Math.Min(times, numbers.Length - at);
        numbers.AsSpan(at, run).Fill(number);
        return at + run;
    }

    private static int Unpack(ref PageBytes bytes, int width, int groups, int[] numbers, int at)
    {
        // The last group of a page may be cut off behind its last number.
        var packed = bytes.Take((int)Math.Min((long)groups * width, bytes.Left));
        var end = (int)Math.Min(numbers.Length, at + Math.Min((long)groups * 8, (long)packed.Length * 8 / width));
        if (end == at)
        {
            throw ParquetItems.Damaged();
        }

        for (var bit = 0L; at < end; at++, bit += width)
        {
            numbers[at] = (int)Bits.At(packed, bit, width);
        }

        return at;
    }
}
