using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Transactions;

/// <summary>What makes a transaction one that can be carried out.</summary>
public static class TransactionRules
{
    /// <summary>Refuses an id that cannot be used.</summary>
    /// <exception cref="InvalidTransactionException">Blank, too long, or not printable.</exception>
    public static void CheckId(string? id, string what)
    {
        if (id is not null && !Identifier.IsUsable(id))
        {
            throw new InvalidTransactionException(
                $"Expected {what} of 1 to {Identifier.MaximumLength} printable characters, found one of {id.Length} characters.");
        }
    }

    /// <summary>Refuses an amount of nothing. No amount at all is allowed.</summary>
    /// <exception cref="InvalidTransactionException">The amount is zero.</exception>
    public static void CheckAmount(Money? amount)
    {
        if (amount is { IsZero: true })
        {
            throw new InvalidTransactionException($"Expected an amount of more than nothing, found {amount}.");
        }
    }

    /// <summary>
    /// Whether two descriptions can be of one transaction: the same kind, and nothing that both say is said differently.
    /// The reason does not count.
    /// </summary>
    public static bool Agree(Transaction record, Transaction asked)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(asked);
        return record.Kind == asked.Kind
            && (asked.AccountId is null || asked.AccountId == record.AccountId)
            && (asked.OrderId is null || asked.OrderId == record.OrderId)
            && (asked.Amount is null || asked.Amount == record.Amount)
            && (asked.OriginalTransactionId is null || asked.OriginalTransactionId == record.OriginalTransactionId);
    }

    /// <summary>Whether a ledger entry is the money movement that a transaction asks for.</summary>
    public static bool Agree(LedgerEntry entry, Transaction asked)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(asked);
        return (asked.Amount is null || asked.Amount == entry.Amount)
            && (asked.AccountId is null || asked.AccountId == entry.AccountId)
            && (asked.OrderId is null || asked.OrderId == entry.OrderId);
    }

    internal static DuplicateTransactionException Duplicate(string transactionId) =>
        new($"Transaction '{transactionId}' exists already, with other content.");

    internal static TransientFailureException CalledOff(string transactionId) =>
        new($"Transaction '{transactionId}' was called off while it was under way.");
}
