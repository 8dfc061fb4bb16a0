using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Simulators;

/// <summary>
/// A payment gateway that only keeps its ledger. <see cref="MagicValues"/>, <see cref="MagicAmounts"/> and the options say which
/// payments fail.
/// </summary>
public sealed class SimulatedPaymentGateway(ILedger ledger, SimulatorOptions options, IPause pause) : IPaymentGateway
{
    private readonly Outages outages = new(options.Payments, pause);

    /// <summary>One that behaves as usual.</summary>
    public SimulatedPaymentGateway(ILedger ledger)
        : this(ledger, new SimulatorOptions(), new NoPause())
    {
    }

    /// <inheritdoc/>
    public ValueTask<LedgerEntry> AuthorizeAsync(string token, ChargeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return DecideAsync(token, request, LedgerEntryKind.Authorization, Refusal(request), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<LedgerEntry> CaptureAsync(
        string authorizationToken, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var token = Capture.TokenOf(authorizationToken);
        if (await ledger.FindAsync(token, cancellationToken) is { } standing)
        {
            return standing;
        }

        var authorization = await ledger.FindAsync(authorizationToken, cancellationToken);
        if (authorization?.Kind == LedgerEntryKind.Charge)
        {
            return authorization;
        }

        if (authorization is not { Kind: LedgerEntryKind.Authorization, Amount: { } amount })
        {
            throw new InvalidOperationException(
                $"Expected an authorisation under '{authorizationToken}', found {authorization?.Kind.ToString() ?? "nothing"}.");
        }

        await ReachAsync(token, MagicAmounts.TriesThatFail(MagicAmounts.CaptureUnavailable, amount), TimeSpan.Zero, cancellationToken);
        var isExpired = MagicAmounts.CaptureIsDeclined(amount) || at - authorization.At > options.AuthorizationLifetime;
        return await ledger.PostAsync(
            authorization with
            {
                Token = token,
                Kind = isExpired ? LedgerEntryKind.Decline : LedgerEntryKind.Charge,
                DeclineCode = isExpired ? DeclineCode.AuthorizationExpired : null,
                Reason = isExpired ? DeclineCode.AuthorizationExpired.Message : null,
                At = at,
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<LedgerEntry> ChargeAsync(string token, ChargeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var refusal = Refusal(request) ?? (MagicAmounts.CaptureIsDeclined(request.Amount) ? DeclineCode.AuthorizationExpired : null);
        return DecideAsync(token, request, LedgerEntryKind.Charge, refusal, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<LedgerEntry> VoidAsync(
        string token, string transactionId, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var entry = new LedgerEntry { Token = token, Kind = LedgerEntryKind.Void, TransactionId = transactionId, At = at };
        var standing = await ledger.PostAsync(entry, cancellationToken);
        return standing.Kind == LedgerEntryKind.Authorization
            ? await ledger.PostAsync(
                entry with { Token = Capture.TokenOf(token), AccountId = standing.AccountId, OrderId = standing.OrderId, AuthorizationCode = standing.AuthorizationCode },
                cancellationToken)
            : standing;
    }

    /// <inheritdoc/>
    public async ValueTask<LedgerEntry> RefundAsync(string token, RefundOrder refund, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refund);
        if (await ledger.FindAsync(token, cancellationToken) is { } standing)
        {
            return standing;
        }

        await ReachAsync(token, MagicAmounts.TriesThatFail(MagicAmounts.RefundUnavailable, refund.Amount), TimeSpan.Zero, cancellationToken);
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
        return await ledger.PostAsync(entry, cancellationToken);
    }

    private DeclineCode? Refusal(ChargeRequest request) =>
        MagicValues.DeclineOf(request.PaymentMethod)
        ?? options.Declines
            .Where(decline => MagicValues.Are(request.PaymentMethod, decline.Key))
            .Select(decline => decline.Value)
            .FirstOrDefault()
        ?? MagicAmounts.DeclineOf(request.Amount);

    private async ValueTask<LedgerEntry> DecideAsync(
        string token, ChargeRequest request, LedgerEntryKind granted, DeclineCode? refusal, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(token, cancellationToken) is { } standing)
        {
            return standing;
        }

        var triesThatFail = MagicValues.TriesThatFail(request.PaymentMethod)
            ?? MagicAmounts.TriesThatFail(MagicAmounts.Unavailable, request.Amount);
        var delay = MagicValues.DelayOf(request.PaymentMethod) + MagicAmounts.DelayOf(request.Amount);
        await ReachAsync(token, triesThatFail, delay, cancellationToken);
        var entry = new LedgerEntry
        {
            Token = token,
            Kind = refusal is null ? granted : LedgerEntryKind.Decline,
            TransactionId = request.TransactionId,
            AccountId = request.AccountId,
            OrderId = request.OrderId,
            Amount = request.Amount,
            AuthorizationCode = refusal is null ? Identifier.From("auth", token) : null,
            DeclineCode = refusal,
            Reason = refusal?.Message,
            At = request.At,
        };
        return await ledger.PostAsync(entry, cancellationToken);
    }

    private async ValueTask ReachAsync(string token, int? triesThatFail, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (await outages.StrikeAsync(token, triesThatFail, delay, cancellationToken))
        {
            throw new TransientFailureException("The payment gateway cannot be reached.");
        }
    }
}
