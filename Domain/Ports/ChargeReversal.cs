using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Makes sure that no charge stands, or ever will, under a token.</summary>
internal sealed class ChargeReversal(ILedger ledger, IPaymentGateway gateway)
{
    /// <summary>Voids the charge, or pays back what is left of it. Idempotent under the charge's token.</summary>
    /// <returns>Whether there had been a charge.</returns>
    public async ValueTask<bool> UndoAsync(
        string chargeToken, string transactionId, string reason, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var standing = await gateway.VoidAsync(chargeToken, transactionId, at, cancellationToken);
        if (standing.Kind != LedgerEntryKind.Charge)
        {
            return false;
        }

        var left = LedgerRules.Left(await ledger.OfTransactionAsync(transactionId, cancellationToken));
        if (left is { IsZero: false })
        {
            await PayBackAsync(standing, standing.Amount!.Exceeds(left) ? left : standing.Amount, reason, at, cancellationToken);
        }

        return true;
    }

    private async ValueTask PayBackAsync(
        LedgerEntry charge, Money amount, string reason, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var token = $"{charge.Token}/reversal";
        var refund = new RefundOrder
        {
            TransactionId = charge.TransactionId,
            RefundId = Identifier.From("reversal", token),
            Amount = amount,
            AccountId = charge.AccountId,
            OrderId = charge.OrderId,
            Reason = reason,
            At = at,
        };
        try
        {
            await gateway.RefundAsync(token, refund, cancellationToken);
        }
        catch (RefundExceedsChargeException)
        {
            // Somebody else refunded from the same charge since it was read; the next try pays back what is left then.
            throw new TransientFailureException($"Charge '{charge.TransactionId}' was refunded by others while it was being paid back.");
        }
    }
}
