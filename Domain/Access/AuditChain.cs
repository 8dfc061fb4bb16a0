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

    /// <summary>The next record of a chain.</summary>
    public static AuditRecord Append(long sequence, AuditEntry entry, string previous)
    {
        var kept = entry.AsKept();
        return new AuditRecord(sequence, kept, previous, HashOf(sequence, kept, previous));
    }

    /// <summary>The hash of a record.</summary>
    public static string HashOf(long sequence, AuditEntry entry, string previous)
    {
        var text = new StringBuilder(512);
        Add(text, sequence.ToString(CultureInfo.InvariantCulture));
        Add(text, WriteTime(entry.Time));
        Add(text, entry.Who);
        Add(text, entry.Credential);
        Add(text, entry.Action);
        Add(text, entry.Resource);
        Add(text, entry.Address);
        Add(text, entry.Agent);
        Add(text, entry.RequestId);
        Add(text, entry.Status.ToString(CultureInfo.InvariantCulture));
        Add(text, entry.Outcome);
        Add(text, previous);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The record's time as the chain has it.</summary>
    public static string WriteTime(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void Add(StringBuilder text, string field) => text.Append(Encoding.UTF8.GetByteCount(field)).Append(':').Append(field).Append(',');
}
