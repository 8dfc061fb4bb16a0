using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Domain.Ports;

/// <summary>The book of all money that has moved.</summary>
public interface ILedger
{
    /// <summary>The entry posted under a token.</summary>
    ValueTask<LedgerEntry?> FindAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>All entries of a transaction (<see cref="LedgerEntry.TransactionId"/>), in the order they were posted.</summary>
    ValueTask<IReadOnlyList<LedgerEntry>> OfTransactionAsync(string transactionId, CancellationToken cancellationToken = default);

    /// <summary>All entries of an order (<see cref="LedgerEntry.OrderId"/>), in the order they were posted.</summary>
    ValueTask<IReadOnlyList<LedgerEntry>> OfOrderAsync(string orderId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Posts an entry, unless one stands under its token already: then nothing is changed and that one is answered, whatever it
    /// says. A new entry must be allowed by <see cref="LedgerRules.Check"/>, in one go with being posted: of two refunds posted
    /// at once that together exceed the charge, one is refused.
    /// </summary>
    /// <returns>What stands under the token; durable.</returns>
    /// <exception cref="RefundExceedsChargeException">A refund of more than is left of its charge.</exception>
    ValueTask<LedgerEntry> PostAsync(LedgerEntry entry, CancellationToken cancellationToken = default);
}
