namespace TaskOrchestration.Domain.Transactions;

/// <summary>The tokens under which a transaction's money is moved.</summary>
/// <remarks>
/// They follow from the transaction's record, not from the step's token, so that whoever carries one transaction out moves its
/// money once. A recorded failure closes its token; the next try has a new one.
/// </remarks>
internal static class TransactionTokens
{
    /// <summary>The present try to charge.</summary>
    public static string Charge(string transactionId, Transaction? record) => $"transaction/{transactionId}/charge/{record?.Failures ?? 0}";

    /// <summary>The present try to refund.</summary>
    public static string Refund(string transactionId, Transaction? record) => $"transaction/{transactionId}/refund/{record?.Failures ?? 0}";
}
