using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Domain.Ports;

/// <summary>What every ledger must hold to; pure, so that each implementation asks it inside its own transaction.</summary>
public static class LedgerRules
{
    /// <summary>Refuses an entry that may not join the entries of its transaction.</summary>
    /// <exception cref="RefundExceedsChargeException">A refund of more than is left.</exception>
    /// <exception cref="InvalidAmountException">
    /// No amount, one in another currency than the transaction's charge, or a capture of more than was authorised.
    /// </exception>
    public static void Check(IReadOnlyList<LedgerEntry> entriesOfTransaction, LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind is LedgerEntryKind.Decline or LedgerEntryKind.Void)
        {
            return;
        }

        if (entry.Amount is not { IsZero: false } amount)
        {
            throw new InvalidAmountException($"Expected a {entry.Kind} of more than nothing, found {entry.Amount?.ToString() ?? "no amount"}.");
        }

        if (entry.Kind == LedgerEntryKind.Authorization)
        {
            return;
        }

        var left = Left(entriesOfTransaction);
        if (entry.Kind == LedgerEntryKind.Charge)
        {
            CheckAgainstAuthorization(entriesOfTransaction, entry, amount);
            _ = left?.Plus(amount);
        }
        else if (left is null || amount.Exceeds(left))
        {
            throw new RefundExceedsChargeException(
                $"A refund of {amount} exceeds what is left of charge '{entry.TransactionId}': {left?.ToString() ?? "nothing"}.");
        }
    }

    /// <summary>What has been charged less what has been refunded; none if there is no charge.</summary>
    public static Money? Left(IReadOnlyList<LedgerEntry> entriesOfTransaction)
    {
        ArgumentNullException.ThrowIfNull(entriesOfTransaction);
        return entriesOfTransaction.Aggregate((Money?)null, (left, entry) => entry.Kind switch
        {
            LedgerEntryKind.Charge => left?.Plus(entry.Amount!) ?? entry.Amount,
            LedgerEntryKind.Refund => left?.Minus(entry.Amount!),
            _ => left,
        });
    }

    private static void CheckAgainstAuthorization(IReadOnlyList<LedgerEntry> entriesOfTransaction, LedgerEntry capture, Money amount)
    {
        var authorized = entriesOfTransaction.FirstOrDefault(
            entry => entry.Kind == LedgerEntryKind.Authorization && entry.AuthorizationCode == capture.AuthorizationCode);
        if (authorized is not null && amount.Exceeds(authorized.Amount!))
        {
            throw new InvalidAmountException(
                $"A capture of {amount} exceeds what was authorised for '{capture.TransactionId}': {authorized.Amount}.");
        }
    }
}
