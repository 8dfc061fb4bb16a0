using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Transactions;

/// <summary>Writes down that a transaction failed, and makes sure that none of its money stays moved.</summary>
/// <remarks>
/// The step that failed may have moved money and only lost its answer. A purchase's charge is then voided or paid back. A refund
/// cannot be taken back, nor can a transaction that is on record as carried out: then the answer is that record, Completed or
/// Acknowledged, and nothing failed after all. Money moved under an id that the step derived itself cannot be found from here, so
/// a workflow that charges names its transactions.
/// </remarks>
public sealed class FailureRecording(ITransactionStore transactions, ILedger ledger, IPaymentGateway gateway)
    : IStep<FailureRequest, Transaction>
{
    private readonly ChargeReversal reversal = new(ledger, gateway);

    /// <inheritdoc/>
    public async ValueTask<Transaction> ProcessAsync(
        FailureRequest request, StepContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        if (request.TransactionId is not { } id || await BelongsToAnotherAsync(id, request, context, cancellationToken))
        {
            return await transactions.ChangeAsync(
                Identifier.From("failure", context.IdempotencyToken),
                current => ValueTask.FromResult(current ?? Unnamed(request, context)),
                cancellationToken);
        }

        var recorded = await transactions.ChangeAsync(
            id, current => RecordAsync(current, request, context, cancellationToken), cancellationToken);
        if (recorded is { Failures: > 0, Kind: TransactionKind.Purchase })
        {
            // Recorded before undone: a purchase still under way then finds its try closed and charges under the next token only.
            // Undone even if the purchase has been carried out since: this may be the repetition of a recording that was stopped here.
            var attempt = recorded with { Failures = recorded.Failures - 1 };
            await reversal.UndoAsync(
                TransactionTokens.Charge(id, attempt), id, $"The purchase failed: {request.Error}", context.Now, cancellationToken);
        }

        return recorded;
    }

    private async ValueTask<bool> BelongsToAnotherAsync(
        string id, FailureRequest request, StepContext context, CancellationToken cancellationToken)
    {
        if (!Identifier.IsUsable(id) || request.Error == DuplicateTransactionException.ErrorName)
        {
            return true;
        }

        var record = await transactions.FindAsync(id, cancellationToken);
        if (record is not null && !TransactionRules.Agree(record, Failed(id, request, context)))
        {
            return record.Status != TransactionStatus.Failed || record.Kind != request.Kind;
        }

        return request.Kind == TransactionKind.Refund
            && LedgerRules.Left(await ledger.OfTransactionAsync(id, cancellationToken)) is not null;
    }

    private static Transaction Unnamed(FailureRequest request, StepContext context) =>
        Failed(Identifier.From("failure", context.IdempotencyToken), request, context) with
        {
            OriginalTransactionId = request.TransactionId,
        };

    private static Transaction Failed(string id, FailureRequest request, StepContext context) => new()
    {
        TransactionId = id,
        Kind = request.Kind,
        Status = TransactionStatus.Failed,
        AccountId = request.AccountId,
        OrderId = request.OrderId,
        Amount = request.Amount,
        Reason = request.Reason,
        Error = request.Error,
        Cause = request.Cause,
        Failures = 1,
        Token = context.IdempotencyToken,
        CreatedAt = context.Now,
        UpdatedAt = context.Now,
    };

    private async ValueTask<Transaction> RecordAsync(
        Transaction? current, FailureRequest request, StepContext context, CancellationToken cancellationToken)
    {
        if (current is { Status: not TransactionStatus.Failed } || current?.Token == context.IdempotencyToken)
        {
            return current;
        }

        var failed = Failed(request.TransactionId!, request, context).Over(current);
        if (request.Kind == TransactionKind.Purchase)
        {
            return failed;
        }

        var token = TransactionTokens.Refund(failed.TransactionId, current);
        var standing = await gateway.VoidAsync(token, failed.TransactionId, context.Now, cancellationToken);
        return standing.Kind == LedgerEntryKind.Refund ? PaidBack(failed, current, standing) : failed;
    }

    private static Transaction PaidBack(Transaction failed, Transaction? current, LedgerEntry refund) => failed with
    {
        Status = TransactionStatus.Completed,
        Amount = refund.Amount,
        OriginalTransactionId = refund.TransactionId,
        Error = null,
        Cause = null,
        Failures = current?.Failures ?? 0,
    };
}
