using TaskOrchestration.Domain.Amounts;

namespace TaskOrchestration.Domain.Ports;

/// <summary>One line of the ledger. Lines are added, never changed.</summary>
public sealed record LedgerEntry
{
    /// <summary>The idempotency token it was posted under; no two entries share one.</summary>
    public required string Token { get; init; }

    /// <summary>What it says.</summary>
    public required LedgerEntryKind Kind { get; init; }

    /// <summary>The transaction that was charged; for a refund, the charge that is paid back.</summary>
    public required string TransactionId { get; init; }

    /// <summary>For a refund, the id of the refund's own transaction.</summary>
    public string? RefundId { get; init; }

    /// <summary>Whose account it concerns.</summary>
    public string? AccountId { get; init; }

    /// <summary>Which order it concerns.</summary>
    public string? OrderId { get; init; }

    /// <summary>How much was moved or set aside, or was asked for and declined. A void has no amount, the others always have one.</summary>
    public Money? Amount { get; init; }

    /// <summary>For an authorisation and for what was charged on it, what the issuer knows it by.</summary>
    public string? AuthorizationCode { get; init; }

    /// <summary>For a decline, its code. Entries of older ledgers have the reason alone.</summary>
    public DeclineCode? DeclineCode { get; init; }

    /// <summary>For a decline the reason in words; for a refund why it was made.</summary>
    public string? Reason { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
