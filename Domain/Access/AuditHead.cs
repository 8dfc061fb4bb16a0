using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TaskOrchestration.Domain.Access;

/// <summary>The end of the audit journal at some moment.</summary>
/// <param name="Sequence">The place of the last record; 0 for an empty journal.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditHead(long Sequence, string Hash)
{
    /// <summary>The head of an empty journal.</summary>
    public static readonly AuditHead Empty = new(0, AuditChain.Beginning);

    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out AuditHead? head)
    {
        head = text.Trim().Split(':') is [var sequence, { Length: 64 } hash]
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && hash.All(char.IsAsciiHexDigitLower)
            ? new AuditHead(number, hash)
            : null;
        return head is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Sequence}:{Hash}";
}
