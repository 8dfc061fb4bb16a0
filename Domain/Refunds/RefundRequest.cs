using TaskOrchestration.Domain.Amounts;

namespace TaskOrchestration.Domain.Refunds;

/// <summary>A refund to carry out. Nothing is required.</summary>
/// <remarks>
/// Which charge is paid back is said by <see cref="OriginalTransactionId"/>; without it by <see cref="TransactionId"/> when that
/// is the id of a charge on the ledger; without either by <see cref="OrderId"/>: the first of the order's charges that still
/// covers the amount. A refund whose charge is not on the ledger is acknowledged and moves no money.
/// </remarks>
public sealed record RefundRequest
{
    /// <summary>The refund's own id. Without one, an id is derived from the step's token.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The id of the charge to pay back.</summary>
    public string? OriginalTransactionId { get; init; }

    /// <summary>Who is paid back.</summary>
    public string? AccountId { get; init; }

    /// <summary>The order whose charge is paid back.</summary>
    public string? OrderId { get; init; }

    /// <summary>How much. Without an amount, whatever is left of the charge.</summary>
    public Money? Amount { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}
