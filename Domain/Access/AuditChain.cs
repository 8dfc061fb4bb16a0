using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Domain.Access;

/// <summary>The rule by which the records of the audit journal hang together.</summary>
/// <remarks>
/// A record's hash is the SHA-256, in lower-case hexadecimal digits, of these twelve texts, each written as a netstring (its length in
/// bytes of UTF-8 as a decimal number, <c>:</c>, the bytes, <c>,</c>) and all of them one after the other: the sequence number, the time as
/// <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>, who, credential, action, resource, address, agent, request id, status, outcome, the hash of the record
/// before. Before the first record stand 64 zeros. Whoever changes, removes, adds or moves a record has to write anew every record after
/// it; that nobody took records from the end is known by the last hash, which is kept in a second place.
/// </remarks>
public static class AuditChain
{
    /// <summary>What stands for the hash of a record before the first.</summary>
    public static readonly string Beginning = new('0', 64);

    // The digits of the length, the colon and the comma.
    private const int LongestFrame = 12;

    /// <summary>The next record of a chain.</summary>
    public static AuditRecord Append(long sequence, AuditEntry entry, string previous)
    {
        var kept = entry.AsKept();
        return new AuditRecord(sequence, kept, previous, HashOf(sequence, kept, previous));
    }

    /// <summary>The hash of a record.</summary>
    public static string HashOf(long sequence, AuditEntry entry, string previous)
    {
        ReadOnlySpan<string> fields =
        [
            sequence.ToString(CultureInfo.InvariantCulture), WriteTime(entry.Time), entry.Who, entry.Credential, entry.Action, entry.Resource,
            entry.Address, entry.Agent, entry.RequestId, entry.Status.ToString(CultureInfo.InvariantCulture), entry.Outcome, previous,
        ];
        var size = 0;
        foreach (var field in fields)
        {
            size += Encoding.UTF8.GetMaxByteCount(field.Length) + LongestFrame;
        }

        var bytes = new byte[size];
        var at = 0;
        foreach (var field in fields)
        {
            at += WriteNetstring(field, bytes.AsSpan(at));
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, at)));
    }

    /// <summary>The record's time as the chain has it.</summary>
    public static string WriteTime(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static int WriteNetstring(string field, Span<byte> output)
    {
        Encoding.UTF8.GetByteCount(field).TryFormat(output, out var at, provider: CultureInfo.InvariantCulture);
        output[at++] = (byte)':';
        at += Encoding.UTF8.GetBytes(field, output[at..]);
        output[at++] = (byte)',';
        return at;
    }
}
