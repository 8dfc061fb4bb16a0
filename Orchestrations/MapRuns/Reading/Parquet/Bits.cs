namespace TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

/// <summary>Numbers that begin anywhere in a byte, the lowest bit first.</summary>
internal static class Bits
{
    /// <summary>The number of so many bits that begins at a bit.</summary>
    public static ulong At(ReadOnlySpan<byte> bytes, long bit, int width)
    {
        var value = 0UL;
        for (var read = 0; read < width;)
        {
            var offset = (int)(bit & 7);
            var taken = Math.Min(8 - offset, width - read);
            value |= ((ulong)(bytes[(int)(bit >> 3)] >> offset) & ((1UL << taken) - 1)) << read;
            read += taken;
            bit += taken;
        }

        return value;
    }
}
