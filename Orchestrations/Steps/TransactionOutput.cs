using TaskOrchestration.Domain.Transactions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>The record of a transaction as the steps of the TransactionProcessor answer it.</summary>
public static class TransactionOutput
{
    /// <summary>The record.</summary>
    public static Json Write(Transaction transaction) => new JsonObjectBuilder()
        .Set("transactionId", Json.Of(transaction.TransactionId))
        .Set("transactionType", Json.Of(transaction.Kind.ToString().ToUpperInvariant()))
        .Set("status", Json.Of(transaction.Status.ToString()))
        .SetIfPresent("accountId", transaction.AccountId)
        .SetIfPresent("orderId", transaction.OrderId)
        .SetIfPresent("amount", OutputValues.Amount(transaction.Amount))
        .SetIfPresent("currency", transaction.Amount?.Currency.Code)
        .SetIfPresent("reason", transaction.Reason)
        .SetIfPresent("originalTransactionId", transaction.OriginalTransactionId)
        .SetIfPresent("note", transaction.Note)
        .SetIfPresent("error", transaction.Error)
        .SetIfPresent("cause", transaction.Cause)
        .SetIfPresent("settlementId", transaction.SettlementId)
        .SetIfPresent("settledAt", transaction.SettledAt is { } at ? OutputValues.Time(at) : null)
        .Set("createdAt", OutputValues.Time(transaction.CreatedAt))
        .Set("updatedAt", OutputValues.Time(transaction.UpdatedAt))
        .Build();
}
