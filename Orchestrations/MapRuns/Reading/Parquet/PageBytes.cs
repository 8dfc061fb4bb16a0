using System.Buffers.Binary;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading.Parquet;

/// <summary>Bytes that are read from their beginning to their end.</summary>
/// <remarks>Whoever reads further than there are bytes is told that the file is damaged.</remarks>
internal ref struct PageBytes(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => rest.Length;

    /// <summary>The next byte.</summary>
    public byte Byte() => Take(1)[0];

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > rest.Length)
        {
            throw ParquetItems.Damaged();
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    /// <summary>A number of four bytes, the lowest first.</summary>
    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    /// <summary>A number of eight bytes, the lowest first.</summary>
    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>A number of as many bytes as it needs, seven bits of it in each, the lowest first.</summary>
    public ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw ParquetItems.Damaged();
    }

    /// <summary>The same of a length or a count.</summary>
    public int Count() => Varint() is <= int.MaxValue and var count ? (int)count : throw ParquetItems.Damaged();

    /// <summary>The same with its sign in the lowest bit.</summary>
    public long ZigZag() => Varint() is var value ? (long)(value >> 1) ^ -(long)(value & 1) : 0;
}
