using System.ComponentModel;
using TaskOrchestration.Domain.Transactions;

namespace TaskOrchestration.Api.Tasks.Records;

/// <summary>The record of a purchase or refund.</summary>
[DisplayName("Transaction"), Description("The record of a purchase or refund, and its receipt.")]
internal sealed record TransactionView
{
    [Description("Its id.")]
    public required string TransactionId { get; init; }

    [Description("The task that follows it.")]
    public string? TaskId { get; init; }

    [Description("Purchase or refund.")]
    public required TransactionKind Kind { get; init; }

    [Description("How it stands.")]
    public required TransactionStatus Status { get; init; }

    [Description("Whose transaction it is.")]
    public string? AccountId { get; init; }

    [Description("The order it belongs to.")]
    public string? OrderId { get; init; }

    [Description("What was charged or refunded, or should have been, with all decimals of its currency.")]
    public decimal? Amount { get; init; }

    [Description("The currency's ISO 4217 code.")]
    public string? Currency { get; init; }

    [Description("Why, in the words of whoever asked.")]
    public string? Reason { get; init; }

    [Description("For a refund, the charge it pays back; for a failure, the transaction whose id it could not have.")]
    public string? OriginalTransactionId { get; init; }

    [Description("What a reader of the receipt should know.")]
    public string? Note { get; init; }

    [Description("For a failed transaction, the name of the error.")]
    public string? Error { get; init; }

    [Description("For a failed transaction, the cause of the error; of a decline it ends in the reason, with its code in brackets.")]
    public string? Cause { get; init; }

    [Description("How often it has failed.")]
    public required int Failures { get; init; }

    [Description("Once it is settled, the settlement it is part of.")]
    public string? SettlementId { get; init; }

    [Description("Once it is settled, when that was.")]
    public DateTimeOffset? SettledAt { get; init; }

    [Description("When it was first recorded.")]
    public required DateTimeOffset CreatedAt { get; init; }

    [Description("When the present status was recorded.")]
    public required DateTimeOffset UpdatedAt { get; init; }

    public static TransactionView Of(Transaction transaction, string? taskId) => new()
    {
        TransactionId = transaction.TransactionId,
        TaskId = taskId,
        Kind = transaction.Kind,
        Status = transaction.Status,
        AccountId = transaction.AccountId,
        OrderId = transaction.OrderId,
        Amount = transaction.Amount?.Amount,
        Currency = transaction.Amount?.Currency.Code,
        Reason = transaction.Reason,
        OriginalTransactionId = transaction.OriginalTransactionId,
        Note = transaction.Note,
        Error = transaction.Error,
        Cause = transaction.Cause,
        Failures = transaction.Failures,
        SettlementId = transaction.SettlementId,
        SettledAt = transaction.SettledAt,
        CreatedAt = transaction.CreatedAt,
        UpdatedAt = transaction.UpdatedAt,
    };
}
