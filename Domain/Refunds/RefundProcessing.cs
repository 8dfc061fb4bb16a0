using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;
using TaskOrchestration.Domain.Transactions;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Refunds;

/// <summary>Pays back from a charge and writes the refund's record.</summary>
/// <remarks><see cref="RefundRequest"/> says which charge that is. An id used again is treated as a purchase's is.</remarks>
public sealed class RefundProcessing(ITransactionStore transactions, ILedger ledger, IPaymentGateway gateway)
    : IStep<RefundRequest, Transaction>
{
    /// <inheritdoc/>
    /// <exception cref="RefundExceedsChargeException">More than is left of the charge.</exception>
    /// <exception cref="InvalidTransactionException">Cannot be carried out as it is written.</exception>
    /// <exception cref="DuplicateTransactionException">The id names another transaction.</exception>
    public async ValueTask<Transaction> ProcessAsync(
        RefundRequest request, StepContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        TransactionRules.CheckId(request.TransactionId, "a transaction id");
        TransactionRules.CheckId(request.OriginalTransactionId, "an original transaction id");
        TransactionRules.CheckAmount(request.Amount);

        var asked = Asked(await NamingItsChargeAsync(request, cancellationToken), context);
        return await transactions.ChangeAsync(asked.TransactionId, CarryOutAsync, cancellationToken);

        ValueTask<Transaction> CarryOutAsync(Transaction? current)
        {
            if (current is { Status: not TransactionStatus.Failed } or { Kind: not TransactionKind.Refund })
            {
                return TransactionRules.Agree(current, asked)
                    ? ValueTask.FromResult(current)
                    : throw TransactionRules.Duplicate(current.TransactionId);
            }

            return RefundAsync(current, asked, cancellationToken);
        }
    }

    private async ValueTask<RefundRequest> NamingItsChargeAsync(RefundRequest request, CancellationToken cancellationToken) =>
        request is { OriginalTransactionId: null, TransactionId: { } id }
        && LedgerRules.Left(await ledger.OfTransactionAsync(id, cancellationToken)) is not null
            ? request with { TransactionId = null, OriginalTransactionId = id }
            : request;

    private static Transaction Asked(RefundRequest request, StepContext context) => new()
    {
        TransactionId = request.TransactionId ?? Identifier.From("refund", context.IdempotencyToken),
        Kind = TransactionKind.Refund,
        Status = TransactionStatus.Completed,
        AccountId = request.AccountId,
        OrderId = request.OrderId,
        OriginalTransactionId = request.OriginalTransactionId,
        Amount = request.Amount,
        Reason = request.Reason,
        Token = context.IdempotencyToken,
        CreatedAt = context.Now,
        UpdatedAt = context.Now,
    };

    private async ValueTask<Transaction> RefundAsync(Transaction? current, Transaction asked, CancellationToken cancellationToken)
    {
        var token = TransactionTokens.Refund(asked.TransactionId, current);

        // What stands already is asked for first: once a refund is made, less is left, and the same choice would come out otherwise.
        var standing = await ledger.FindAsync(token, cancellationToken)
            ?? await PayBackAsync(token, asked, cancellationToken);
        if (standing is null)
        {
            return (asked with
            {
                Status = TransactionStatus.Acknowledged,
                Note = "No charge on the ledger was named, so nothing was paid back.",
            }).Over(current);
        }

        if (standing.Kind == LedgerEntryKind.Void)
        {
            throw TransactionRules.CalledOff(asked.TransactionId);
        }

        return (asked with { Amount = standing.Amount, OriginalTransactionId = standing.TransactionId }).Over(current);
    }

    /// <summary>The refund that now stands; none if no charge is named that is on the ledger.</summary>
    private async ValueTask<LedgerEntry?> PayBackAsync(string token, Transaction asked, CancellationToken cancellationToken)
    {
        var charges = await NamedChargesAsync(asked, cancellationToken);
        if (charges.Count == 0)
        {
            return null;
        }

        var charge = charges.FirstOrDefault(charge => Covers(charge, asked)) ?? charges[0];
        if (asked.Amount is null && charge.Left.IsZero)
        {
            throw new RefundExceedsChargeException($"Nothing is left to refund of charge '{charge.TransactionId}'.");
        }

        var refund = new RefundOrder
        {
            TransactionId = charge.TransactionId,
            RefundId = asked.TransactionId,
            Amount = asked.Amount ?? charge.Left,
            AccountId = asked.AccountId ?? charge.AccountId,
            OrderId = asked.OrderId ?? charge.OrderId,
            Reason = asked.Reason,
            At = asked.UpdatedAt,
        };
        return await gateway.RefundAsync(token, refund, cancellationToken);
    }

    private async ValueTask<IReadOnlyList<OpenCharge>> NamedChargesAsync(Transaction asked, CancellationToken cancellationToken)
    {
        if (asked.OriginalTransactionId is { } id)
        {
            return OpenCharge.Of(await ledger.OfTransactionAsync(id, cancellationToken));
        }

        if (asked.OrderId is not { } orderId)
        {
            return [];
        }

        var charges = new List<OpenCharge>();
        foreach (var chargeId in OpenCharge.Of(await ledger.OfOrderAsync(orderId, cancellationToken)).Select(c => c.TransactionId))
        {
            // A refund need not name the order its charge was for, so what is left is asked of the whole transaction.
            charges.AddRange(OpenCharge.Of(await ledger.OfTransactionAsync(chargeId, cancellationToken)));
        }

        return charges;
    }

    private static bool Covers(OpenCharge charge, Transaction asked) =>
        asked.Amount is null
            ? !charge.Left.IsZero
            : asked.Amount.Currency == charge.Left.Currency && !asked.Amount.Exceeds(charge.Left);
}
