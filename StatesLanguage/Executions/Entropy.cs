using System.Buffers.Binary;
using System.Numerics;
using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>All that looks random in an execution: xoshiro256**, started from the 32 bytes of its seed. Its state is part of a snapshot.</summary>
internal sealed class Entropy : IEntropy
{
    private readonly ulong[] state = new ulong[4];

    /// <summary>Goes on from a state, or starts from a seed: 64 hexadecimal digits, not all 0, which the generator would never leave.</summary>
    public Entropy(string hexadecimal)
    {
        var bytes = Convert.FromHexString(hexadecimal);
        for (var i = 0; i < state.Length; i++)
        {
            state[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i * 8));
        }
    }

    /// <summary>The state as 64 hexadecimal digits.</summary>
    public string State
    {
        get
        {
            Span<byte> bytes = stackalloc byte[32];
            for (var i = 0; i < state.Length; i++)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes[(i * 8)..], state[i]);
            }

            return Convert.ToHexStringLower(bytes);
        }
    }

    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());

        // Version 4, variant 1 (RFC 9562).
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(state[1] * 5, 7) * 9;
        var t = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= t;
        state[3] = BitOperations.RotateLeft(state[3], 45);
        return result;
    }
}
