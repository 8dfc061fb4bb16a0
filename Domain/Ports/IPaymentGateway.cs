using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Moves money. What it did is on the ledger when it answers.</summary>
/// <remarks>Each call is idempotent under its token: a second call answers what stands there and does nothing.</remarks>
public interface IPaymentGateway
{
    /// <summary>Authorises and captures a charge.</summary>
    /// <returns>What stands under the token: a charge, a decline, or a void if the charge was called off before.</returns>
    /// <exception cref="TransientFailureException">The gateway cannot be reached; nothing was decided.</exception>
    ValueTask<LedgerEntry> ChargeAsync(string token, ChargeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls off a charge or refund that may or may not have been made under the token.</summary>
    /// <returns>
    /// What stands under the token: a void, from now on nothing can follow; a decline; or the charge or refund that was made
    /// already and stays.
    /// </returns>
    ValueTask<LedgerEntry> VoidAsync(
        string token, string transactionId, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Pays back from a charge.</summary>
    /// <returns>What stands under the token: the refund, or a void if the refund was called off before.</returns>
    /// <exception cref="RefundExceedsChargeException">More than is left of the charge.</exception>
    ValueTask<LedgerEntry> RefundAsync(string token, RefundOrder refund, CancellationToken cancellationToken = default);
}
