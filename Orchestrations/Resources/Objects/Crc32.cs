using System.Buffers.Binary;

namespace TaskOrchestration.Orchestrations.Resources.Objects;

/// <summary>The checksum that the SDK sends along with an object.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <summary>The checksum in Base64.</summary>
    public static string Of(ReadOnlySpan<byte> content)
    {
        var sum = uint.MaxValue;
        foreach (var one in content)
        {
            sum = (sum >> 8) ^ Table[(sum ^ one) & 0xff];
        }

        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, ~sum);
        return Convert.ToBase64String(bytes);
    }

    private static uint Entry(int index)
    {
        var entry = (uint)index;
        for (var bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ Polynomial;
        }

        return entry;
    }
}
