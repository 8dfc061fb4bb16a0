using TaskOrchestration.Domain.Amounts;

namespace TaskOrchestration.Domain.Transactions;

/// <summary>The record of a purchase or refund, and its receipt.</summary>
public sealed record Transaction
{
    /// <summary>The id given, or one derived from the token of the step that made the record.</summary>
    public required string TransactionId { get; init; }

    /// <summary>Purchase or refund.</summary>
    public required TransactionKind Kind { get; init; }

    /// <summary>How it stands.</summary>
    public required TransactionStatus Status { get; init; }

    /// <summary>Whose transaction it is.</summary>
    public string? AccountId { get; init; }

    /// <summary>The order it belongs to.</summary>
    public string? OrderId { get; init; }

    /// <summary>What was charged or refunded, or should have been. None for an acknowledgement without an amount.</summary>
    public Money? Amount { get; init; }

    /// <summary>Why, in the words of whoever asked.</summary>
    public string? Reason { get; init; }

    /// <summary>For a refund, the charge it pays back; for a failure, the transaction whose id it could not have.</summary>
    public string? OriginalTransactionId { get; init; }

    /// <summary>What a reader of the receipt should know.</summary>
    public string? Note { get; init; }

    /// <summary>For a failed transaction, the name of the error.</summary>
    public string? Error { get; init; }

    /// <summary>For a failed transaction, the cause of the error.</summary>
    public string? Cause { get; init; }

    /// <summary>How often it has failed. Each failure closes the tokens its charge was made under; a further try has new ones.</summary>
    public int Failures { get; init; }

    /// <summary>The token of the step that wrote the present status.</summary>
    public required string Token { get; init; }

    /// <summary>When it was first recorded.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the present status was recorded.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Once it is settled, the settlement it is part of.</summary>
    public string? SettlementId { get; init; }

    /// <summary>Once it is settled, when that was.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>How often it has been saved; 0 before the first time. Set by the store.</summary>
    public long Version { get; init; }
}
