namespace TaskOrchestration.Domain.Transactions;

/// <summary>How a transaction stands.</summary>
public enum TransactionStatus
{
    /// <summary>The money was moved. Final.</summary>
    Completed,

    /// <summary>The transaction was taken down and no money had to be moved, or none could be; the note says why. Final.</summary>
    Acknowledged,

    /// <summary>No money was moved for good. The same transaction may be tried again.</summary>
    Failed,
}
