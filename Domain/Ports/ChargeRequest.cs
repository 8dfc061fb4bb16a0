using TaskOrchestration.Domain.Amounts;

namespace TaskOrchestration.Domain.Ports;

/// <summary>What a payment gateway is told to charge.</summary>
public sealed record ChargeRequest
{
    /// <summary>What the charge will be known by on the ledger.</summary>
    public required string TransactionId { get; init; }

    /// <summary>How much; more than nothing.</summary>
    public required Money Amount { get; init; }

    /// <summary>What the gateway knows the card or account by.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>Who pays.</summary>
    public string? AccountId { get; init; }

    /// <summary>The order that is paid for.</summary>
    public string? OrderId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
