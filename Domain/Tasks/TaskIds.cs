using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Domain.Tasks;

/// <summary>The ids of tasks: <c>task-</c> and 26 characters of <c>0-9</c> and <c>a-z</c> without <c>i</c>, <c>l</c>, <c>o</c> and <c>u</c>.</summary>
public static class TaskIds
{
    /// <summary>How many random bytes a new id needs.</summary>
    public const int EntropyBytes = 10;

    private const string Prefix = "task-";
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Characters = 26;
    private static readonly SearchValues<char> Digits = SearchValues.Create(Alphabet);

    /// <summary>A new id. Ids of later milliseconds sort after those of earlier ones, so that new tasks lie together on disk.</summary>
    /// <param name="at">When the task is taken down.</param>
    /// <param name="entropy"><see cref="EntropyBytes"/> random bytes.</param>
    public static string New(DateTimeOffset at, ReadOnlySpan<byte> entropy)
    {
        if (entropy.Length != EntropyBytes)
        {
            throw new ArgumentException($"Expected {EntropyBytes} bytes, found {entropy.Length}.", nameof(entropy));
        }

        Span<byte> bits = stackalloc byte[8 + EntropyBytes];
        BinaryPrimitives.WriteInt64BigEndian(bits, Math.Max(0, at.ToUnixTimeMilliseconds()));
        entropy.CopyTo(bits[8..]);
        // 16 of the 18 bytes count, two bits of nothing before them: 2 + 48 + 80 = 26 × 5.
        return Encode(bits[2..], leadingBits: 2);
    }

    /// <summary>The id that follows from a text: the same text names the same task again.</summary>
    /// <param name="seed">For instance who submits it and under which idempotency key.</param>
    public static string From(string seed) => Encode(SHA256.HashData(Encoding.UTF8.GetBytes(seed)), leadingBits: 0);

    /// <summary>Whether a text has the form of a task's id.</summary>
    public static bool IsTaskId(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Prefix.Length + Characters
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && !text.AsSpan(Prefix.Length).ContainsAnyExcept(Digits);
    }

    private static string Encode(ReadOnlySpan<byte> bits, int leadingBits)
    {
        Span<char> id = stackalloc char[Prefix.Length + Characters];
        Prefix.CopyTo(id);
        var pending = 0;
        var count = leadingBits;
        var next = 0;
        for (var at = Prefix.Length; at < id.Length; at++)
        {
            while (count < 5)
            {
                pending = (pending << 8) | bits[next++];
                count += 8;
            }

            count -= 5;
            id[at] = Alphabet[(pending >> count) & 31];
            pending &= (1 << count) - 1;
        }

        return new string(id);
    }
}
