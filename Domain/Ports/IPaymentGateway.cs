using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Domain.Ports;

/// <summary>Moves money. What it did is on the ledger when it answers.</summary>
/// <remarks>Each call is idempotent under its token: a second call answers what stands there and does nothing.</remarks>
public interface IPaymentGateway
{
    /// <summary>Sets the money of a payment aside, without moving it.</summary>
    /// <returns>
    /// What stands under the token: an authorisation, a decline, or a void if the payment was called off before. A payment that
    /// was charged at once under the token is answered as that charge.
    /// </returns>
    /// <exception cref="TransientFailureException">The gateway cannot be reached; nothing was decided.</exception>
    ValueTask<LedgerEntry> AuthorizeAsync(string token, ChargeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Moves the money that was authorised under a token; all of it.</summary>
    /// <returns>
    /// How the capture was decided, once and for all: a charge, a decline (the authorisation was not good any more), or a void if it
    /// was called off before.
    /// </returns>
    /// <exception cref="TransientFailureException">The gateway cannot be reached; nothing was decided.</exception>
    /// <exception cref="InvalidOperationException">Nothing was ever authorised under the token, which is a caller's mistake.</exception>
    ValueTask<LedgerEntry> CaptureAsync(string authorizationToken, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Authorises and captures at once.</summary>
    /// <returns>What stands under the token: a charge, a decline, or a void if the charge was called off before.</returns>
    /// <exception cref="TransientFailureException">The gateway cannot be reached; nothing was decided.</exception>
    ValueTask<LedgerEntry> ChargeAsync(string token, ChargeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls off an authorisation, charge or refund that may or may not have been made under the token.</summary>
    /// <returns>
    /// A void: from now on no money can move under the token, and what was set aside is free again; a decline; or the charge or refund
    /// that was made already and stays.
    /// </returns>
    ValueTask<LedgerEntry> VoidAsync(
        string token, string transactionId, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Pays back from a charge.</summary>
    /// <returns>What stands under the token: the refund, or a void if the refund was called off before.</returns>
    /// <exception cref="RefundExceedsChargeException">More than is left of the charge.</exception>
    ValueTask<LedgerEntry> RefundAsync(string token, RefundOrder refund, CancellationToken cancellationToken = default);
}
