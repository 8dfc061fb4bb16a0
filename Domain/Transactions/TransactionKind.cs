namespace TaskOrchestration.Domain.Transactions;

/// <summary>What a transaction does.</summary>
public enum TransactionKind
{
    /// <summary>An account pays.</summary>
    Purchase,

    /// <summary>An account is paid back.</summary>
    Refund,
}
