using System.Diagnostics;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;
using TaskOrchestration.Domain.Transactions;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Purchases;

/// <summary>Charges a purchase and writes its record.</summary>
/// <remarks>
/// An id that is taken already answers that purchase as it stands when the content agrees, and is refused when it does not. A
/// purchase that failed may be tried again under its id.
/// </remarks>
public sealed class PurchaseProcessing(ITransactionStore transactions, IPaymentGateway gateway) : IStep<PurchaseRequest, Transaction>
{
    /// <inheritdoc/>
    /// <exception cref="PaymentDeclinedException">The payment was refused; the failure is recorded by <see cref="FailureRecording"/>.</exception>
    /// <exception cref="InvalidTransactionException">Cannot be carried out as it is written.</exception>
    /// <exception cref="DuplicateTransactionException">The id names another transaction.</exception>
    public ValueTask<Transaction> ProcessAsync(
        PurchaseRequest request, StepContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        TransactionRules.CheckId(request.TransactionId, "a transaction id");
        TransactionRules.CheckAmount(request.Amount);

        var asked = Asked(request, context);
        return transactions.ChangeAsync(asked.TransactionId, CarryOutAsync, cancellationToken);

        async ValueTask<Transaction> CarryOutAsync(Transaction? current)
        {
            if (current is { Status: not TransactionStatus.Failed } || current is { Kind: not TransactionKind.Purchase })
            {
                return TransactionRules.Agree(current, asked) ? current : throw TransactionRules.Duplicate(current.TransactionId);
            }

            if (asked.Amount is not null)
            {
                var token = TransactionTokens.Charge(asked.TransactionId, current);
                await ChargeAsync(token, asked, request.PaymentMethod, cancellationToken);
            }

            return asked.Over(current);
        }
    }

    private static Transaction Asked(PurchaseRequest request, StepContext context) => new()
    {
        TransactionId = request.TransactionId ?? Identifier.From("purchase", context.IdempotencyToken),
        Kind = TransactionKind.Purchase,
        Status = request.Amount is null ? TransactionStatus.Acknowledged : TransactionStatus.Completed,
        AccountId = request.AccountId,
        OrderId = request.OrderId,
        Amount = request.Amount,
        Reason = request.Reason,
        Note = request.Amount is null ? "No amount was given, so nothing was charged." : null,
        Token = context.IdempotencyToken,
        CreatedAt = context.Now,
        UpdatedAt = context.Now,
    };

    private async ValueTask ChargeAsync(
        string token, Transaction asked, string? paymentMethod, CancellationToken cancellationToken)
    {
        var charge = new ChargeRequest
        {
            TransactionId = asked.TransactionId,
            Amount = asked.Amount!,
            PaymentMethod = paymentMethod,
            AccountId = asked.AccountId,
            OrderId = asked.OrderId,
            At = asked.UpdatedAt,
        };
        var standing = await gateway.ChargeAsync(token, charge, cancellationToken);
        if (standing.Kind != LedgerEntryKind.Void && !TransactionRules.Agree(standing, asked))
        {
            throw TransactionRules.Duplicate(asked.TransactionId);
        }

        switch (standing.Kind)
        {
            case LedgerEntryKind.Charge:
                return;
            case LedgerEntryKind.Decline:
                throw new PaymentDeclinedException($"The payment of {asked.Amount} for '{asked.TransactionId}' was declined: {Declines.InWords(standing)}");
            case LedgerEntryKind.Void:
                throw TransactionRules.CalledOff(asked.TransactionId);
            default:
                throw new UnreachableException($"A charge is not answered with a {standing.Kind}.");
        }
    }
}
