using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>A payment gateway that only keeps its ledger. <see cref="MagicValues"/> says which payment methods fail.</summary>
public sealed class SimulatedPaymentGateway(ILedger ledger) : IPaymentGateway
{
    private readonly Outages outages = new();

    /// <inheritdoc/>
    public async ValueTask<LedgerEntry> ChargeAsync(string token, ChargeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await ledger.FindAsync(token, cancellationToken) is { } standing)
        {
            return standing;
        }

        if (outages.Strikes(request.PaymentMethod, token))
        {
            throw new TransientFailureException("The payment gateway cannot be reached.");
        }

        var refusal = Refusal(request.PaymentMethod);
        var entry = new LedgerEntry
        {
            Token = token,
            Kind = refusal is null ? LedgerEntryKind.Charge : LedgerEntryKind.Decline,
            TransactionId = request.TransactionId,
            AccountId = request.AccountId,
            OrderId = request.OrderId,
            Amount = request.Amount,
            Reason = refusal,
            At = request.At,
        };
        return await ledger.PostAsync(entry, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<LedgerEntry> VoidAsync(
        string token, string transactionId, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var entry = new LedgerEntry { Token = token, Kind = LedgerEntryKind.Void, TransactionId = transactionId, At = at };
        return ledger.PostAsync(entry, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<LedgerEntry> RefundAsync(string token, RefundOrder refund, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refund);
        var entry = new LedgerEntry
        {
            Token = token,
            Kind = LedgerEntryKind.Refund,
            TransactionId = refund.TransactionId,
            RefundId = refund.RefundId,
            AccountId = refund.AccountId,
            OrderId = refund.OrderId,
            Amount = refund.Amount,
            Reason = refund.Reason,
            At = refund.At,
        };
        return ledger.PostAsync(entry, cancellationToken);
    }

    private static string? Refusal(string? paymentMethod) => paymentMethod?.ToUpperInvariant() switch
    {
        MagicValues.Declined => "the issuer declined",
        MagicValues.InsufficientFunds => "insufficient funds",
        MagicValues.ExpiredCard => "the card has expired",
        _ => null,
    };
}
